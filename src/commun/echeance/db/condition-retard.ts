import { raw, type Sql, sql } from "#platform/db/list/sql.ts";

/** The person this expression names has this act still open past its last day. */
export function enRetardPour(personne: string, code: string): Sql {
  return sql`exists (select from echeance e where e.personne_id = ${raw(personne)} and e.code = ${code}
    and e.accomplie_le is null and e.eteinte_le is null
    and e.limite < (now() at time zone 'Europe/Paris')::date)`;
}
