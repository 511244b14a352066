import { always, joinSql, never, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";

/**
 * The actions of a reader, on a row of `action`: those of her territories, those her structures run. What the
 * catalogue says is for everybody; who is in an action, and its returns, are read inside this.
 */
export function conditionAction(portee: Portee, alias = "a"): Sql {
  const { territoires, structures } = portee;
  if (territoires === "tous") return always;
  const ouvertes = [
    ...(territoires.length > 0
      ? [sql`${raw(`${alias}.territoire_id`)} = any(${[...territoires]}::int[])`]
      : []),
    ...(structures.length > 0
      ? [sql`${raw(`${alias}.structure_id`)} = any(${[...structures]}::int[])`]
      : []),
  ];
  return ouvertes.length === 0 ? never : sql`(${joinSql(ouvertes, " or ")})`;
}
