import type { Portee } from "../../usecase/define-use-case.ts";
import { always, joinSql, never, raw, type Sql, sql } from "./sql.ts";

interface PerimeterColumns {
  /** Expression of the row's territory, of its structure, of its référent. */
  readonly territoire?: string;
  readonly structure?: string;
  readonly referent?: string;
}

/**
 * The rows a reader may see, for the lists whose rows carry the columns of a perimeter.
 * A perimeter the row cannot answer for opens nothing: silence is a refusal.
 */
export function withinPerimeter(columns: PerimeterColumns): (portee: Portee) => Sql {
  return ({ territoires, structures, referentId }) => {
    if (territoires === "tous") return always;
    const opened = [
      oneOf(columns.territoire, territoires),
      oneOf(columns.structure, structures),
      ...(referentId === null ? [] : [oneOf(columns.referent, [referentId])]),
    ];
    return sql`(${joinSql(opened, " or ")})`;
  };
}

function oneOf(column: string | undefined, ids: readonly number[]): Sql {
  return column === undefined || ids.length === 0 ? never : sql`${raw(column)} = any(${ids})`;
}
