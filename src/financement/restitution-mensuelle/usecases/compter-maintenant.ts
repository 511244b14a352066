import { dernierJour, type Mois, premierJour } from "#offre/comptage";
import { lireSejoursComptes } from "#offre/participation";
import type { Tx } from "#platform/db/tx.ts";

import {
  type ChiffresRestitution,
  compterLeMois,
  figer,
  type SejourFige,
} from "../domain/chiffres.ts";

export interface ComptesDuMois {
  readonly corpus: readonly SejourFige[];
  readonly chiffres: ChiffresRestitution;
}

/** What the stays say of this month today. */
export async function compterMaintenant(
  tx: Tx,
  { actionId, mois }: { readonly actionId: number; readonly mois: Mois },
): Promise<ComptesDuMois> {
  const sejours = await lireSejoursComptes(tx, {
    actions: [actionId],
    du: premierJour(mois),
    au: dernierJour(mois),
  });
  const corpus = figer(sejours, mois);
  return { corpus, chiffres: compterLeMois(corpus, mois) };
}

interface MoisDAction {
  readonly actionId: number;
  readonly mois: Mois;
}

/** The same for many months of many actions, in one reading of the stays; in the order asked. */
export async function compterLesMois(
  tx: Tx,
  demandes: readonly MoisDAction[],
): Promise<readonly ComptesDuMois[]> {
  if (demandes.length === 0) return [];
  const mois = demandes.map((demande) => demande.mois).toSorted();
  const sejours = await lireSejoursComptes(tx, {
    actions: [...new Set(demandes.map(({ actionId }) => actionId))],
    du: premierJour(mois[0] ?? ""),
    au: dernierJour(mois.at(-1) ?? ""),
  });
  const parAction = Map.groupBy(sejours, ({ actionId }) => actionId);
  return demandes.map((demande) => {
    const corpus = figer(parAction.get(demande.actionId) ?? [], demande.mois);
    return { corpus, chiffres: compterLeMois(corpus, demande.mois) };
  });
}
