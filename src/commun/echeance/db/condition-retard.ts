import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";

/** The person this expression names has this act still open past its last day. */
export function enRetardPour(personne: string, code: string): Sql {
  return sql`exists (select from echeance e where e.personne_id = ${raw(personne)} and e.code = ${code}
    and e.accomplie_le is null and e.eteinte_le is null
    and e.limite < (now() at time zone 'Europe/Paris')::date)`;
}

/** The last day of an act still open for a person; null when nobody waits for it. */
export async function lireLimite(tx: Tx, personneId: number, code: string): Promise<string | null> {
  const [ouverte] = await tx.query<{ limite: string }>(
    `select limite from echeance where personne_id = $1 and code = $2
     and accomplie_le is null and eteinte_le is null order by limite limit 1`,
    [personneId, code],
  );
  return ouverte?.limite ?? null;
}
