import type { Tx } from "#platform/db/tx.ts";
import { ouvertLe } from "../domain/frein.ts";
import type { SyntheseEntretiens } from "../domain/synthese.ts";
import { lireDerniersBilans } from "./bilans.ts";
import { type FreinLu, lireFreins } from "./freins.ts";
import { lireActesProjet } from "./projets.ts";

/** What is known of a person today, for who drafts with her. The caller has checked that he may read her. */
export async function lireSyntheseEntretiens(
  tx: Tx,
  personneId: number,
): Promise<SyntheseEntretiens> {
  const bilans = await lireDerniersBilans(tx, personneId);
  const freins = await lireFreins(tx, personneId);
  const [dernier] = await lireActesProjet(tx, personneId);
  return {
    themes: bilans.map(({ theme, contenu, le }) => ({
      theme,
      libelle: contenu.libelle,
      situations: contenu.situations.map(({ libelle }) => libelle),
      objectifs: contenu.objectifs.map(({ libelle }) => libelle),
      le,
    })),
    freins: freins.flatMap(resumerFrein),
    projet: dernier
      ? {
          etat: dernier.etat,
          depuis: dernier.le,
          intitule: dernier.contenu.intitule,
          metiers: dernier.contenu.metiers,
          rayonKm: dernier.contenu.rayonKm,
          transports: dernier.contenu.transports,
          heures: dernier.contenu.heures,
          refus: dernier.contenu.refus,
        }
      : null,
  };
}

/** Open ones only, each with the steps still to do. */
function resumerFrein({ id, nature, libelle, periodes, etapes }: FreinLu) {
  const derniere = periodes.at(-1);
  if (!derniere || derniere.au !== null) return [];
  return [
    {
      id,
      nature,
      libelle,
      poids: derniere.poids,
      ouvertLe: ouvertLe(periodes),
      etapes: etapes
        .filter(({ faiteLe, abandonneeLe }) => faiteLe === null && abandonneeLe === null)
        .map(({ id: etapeId, quoi, qui, quiNom, pourLe, faiteLe }) => ({
          id: etapeId,
          quoi,
          qui,
          quiNom,
          pourLe,
          faiteLe,
        })),
    },
  ];
}
