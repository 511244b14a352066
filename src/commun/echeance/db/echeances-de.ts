import type { PorteurEcheance } from "#commun/referentiel";
import type { ListDefinition } from "#platform/db/list/definition.ts";
import { render, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { sourceDe } from "./liste-echeances.ts";

export interface EcheanceDePersonne {
  readonly id: number;
  readonly code: string;
  readonly pour: PorteurEcheance;
  readonly depart: string;
  readonly brute: string;
  readonly limite: string;
}

/** What is open for one person, if the reader may see her. */
export function echeancesDe(
  tx: Tx,
  liste: ListDefinition,
  portee: Portee,
  personneId: number,
): Promise<readonly EcheanceDePersonne[]> {
  const { text, values } = render(
    sql`select e.id, e.code, e.pour, e.depart, e.brute, e.limite from ${sourceDe(liste, portee, "personnes")}
      where ${liste.perimeter(portee)} and e.personne_id = ${personneId}::int order by e.limite, e.id`,
  );
  return tx.query<EcheanceDePersonne>(text, values);
}
