import { chargerReferentiel, listerReferentiels } from "#commun/referentiel";
import type { ListDefinition } from "#platform/db/list/definition.ts";
import { type DefinirPersonnes, listeEcheances } from "../db/liste-echeances.ts";

/** The list of a département, in the words of its référentiel. */
export type ListeDe = (referentiel: string) => ListDefinition;

export function preparerListes(definirPersonnes: DefinirPersonnes): ListeDe {
  const listes = new Map(
    listerReferentiels().map(({ nom, echeances }) => [
      nom,
      listeEcheances(definirPersonnes, echeances),
    ]),
  );
  return (nom) =>
    listes.get(nom) ?? listeEcheances(definirPersonnes, chargerReferentiel(nom).echeances);
}
