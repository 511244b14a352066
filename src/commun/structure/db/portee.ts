import { always, joinSql, never, raw, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";

/**
 * The structures a reader may see, on a row of `structure`: those that serve her territories (or the whole
 * département) on that day or later, her own, and the one she works in.
 */
export function conditionStructures(portee: Portee, le: string, alias: string): Sql {
  const { territoires, structures, referentId } = portee;
  if (territoires === "tous") return always;
  const ouvertes = [
    ...(territoires.length > 0
      ? [
          sql`exists (select from structure_secteur x where x.structure_id = ${raw(alias)}.id
            and (upper_inf(x.periode) or upper(x.periode) > ${le}::date)
            and (x.territoire_id is null or x.territoire_id = any(${[...territoires]}::int[])))`,
        ]
      : []),
    ...(structures.length > 0 ? [sql`${raw(alias)}.id = any(${[...structures]}::int[])`] : []),
    ...(referentId === null
      ? []
      : [
          sql`exists (select from referent x where x.structure_id = ${raw(alias)}.id and x.agent_id = ${referentId}::int
            and (upper_inf(x.periode) or upper(x.periode) > ${le}::date))`,
        ]),
  ];
  return ouvertes.length === 0 ? never : sql`(${joinSql(ouvertes, " or ")})`;
}

export function lire<Row>(tx: Tx, requete: Sql): Promise<Row[]> {
  const { text, values } = render(requete);
  return tx.query<Row>(text, values);
}
