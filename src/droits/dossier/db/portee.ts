import { communeDansTerritoires } from "#droits/territoire";
import { always, never, render, type Sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";

/**
 * The persons a reader may see, on a row of `situation_personne`: those whose current address is in her
 * territories today. A caseload or a structure sees nobody as long as nobody is entrusted to it.
 */
export function conditionPortee(portee: Portee, alias = "s"): Sql {
  const { territoires, structures, referentId } = portee;
  if (structures !== "toutes" || referentId !== null) return never;
  if (territoires === "tous") return always;
  return communeDansTerritoires(`${alias}.code_commune`, territoires);
}

export function lire<Row>(tx: Tx, requete: Sql): Promise<Row[]> {
  const { text, values } = render(requete);
  return tx.query<Row>(text, values);
}
