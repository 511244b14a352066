import type { Portee } from "../../usecase/define-use-case.ts";
import { allOf, never, raw, type Sql, sql } from "./sql.ts";

interface PerimeterColumns {
  /** Expression of the row's territory, of its structure, of its référent. */
  readonly territoire?: string;
  readonly structure?: string;
  readonly referent?: string;
}

/**
 * The rows a reader may see, for the lists whose rows carry the columns of a perimeter.
 * A bound the row cannot answer for shows nothing: silence is a refusal.
 */
export function withinPerimeter(columns: PerimeterColumns): (portee: Portee) => Sql {
  return ({ territoires, structures, referentId }) =>
    allOf([
      ...(territoires === "tous" ? [] : [oneOf(columns.territoire, territoires)]),
      ...(structures === "toutes" ? [] : [oneOf(columns.structure, structures)]),
      ...(referentId === null ? [] : [oneOf(columns.referent, [referentId])]),
    ]);
}

function oneOf(column: string | undefined, ids: readonly number[]): Sql {
  return column === undefined || ids.length === 0 ? never : sql`${raw(column)} = any(${ids})`;
}
