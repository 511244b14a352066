import { conditionPortee } from "#droits/dossier";
import { conditionAction } from "#offre/catalogue";
import { type Sql, sql } from "#platform/db/list/sql.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";

/**
 * The stays of a reader, on a row of `action a` and one of `situation_personne s`: those of the actions of her
 * perimeter, and those of the persons she follows, wherever they are.
 */
export function conditionSejour(portee: Portee): Sql {
  return sql`(${conditionAction(portee, "a")} or ${conditionPortee(portee, "s")})`;
}
