import { confieeALAgent } from "#commun/structure";
import { communeDansTerritoires } from "#droits/territoire";
import { always, joinSql, never, raw, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";

/**
 * The persons a reader may see, on a row of `situation_personne`: those whose current address is in her
 * territories today, those her structures follow, those entrusted to her. Each perimeter opens its own persons.
 */
export function conditionPortee(portee: Portee, alias = "s"): Sql {
  const { territoires, structures, referentId } = portee;
  if (territoires === "tous") return always;
  const ouvertes = [
    ...(territoires.length > 0
      ? [communeDansTerritoires(`${alias}.code_commune`, territoires)]
      : []),
    ...(structures.length > 0
      ? [sql`${raw(`${alias}.structure_id`)} = any(${[...structures]}::int[])`]
      : []),
    ...(referentId === null ? [] : [confieeALAgent(`${alias}.referent_id`, referentId)]),
  ];
  return ouvertes.length === 0 ? never : sql`(${joinSql(ouvertes, " or ")})`;
}

export function lire<Row>(tx: Tx, requete: Sql): Promise<Row[]> {
  const { text, values } = render(requete);
  return tx.query<Row>(text, values);
}
