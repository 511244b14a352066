import type { Mois } from "#offre/comptage";
import { moisEnMots } from "./mots.ts";

export interface RestitutionDue {
  readonly mois: Mois;
  readonly action: string;
  /** The 10th itself: what reminders speak of. */
  readonly rappelLe: string;
}

/** The words of a reminder. It names actions and months, and nobody. */
export function redigerRelance(
  { departement, operateur }: { readonly departement: string; readonly operateur: string },
  dues: readonly RestitutionDue[],
): { readonly objet: string; readonly texte: string } {
  const une = dues.length === 1;
  return {
    objet: une
      ? `Restitution mensuelle attendue : ${moisEnMots(dues[0]?.mois ?? "")}`
      : `${dues.length} restitutions mensuelles attendues`,
    texte: [
      "Bonjour,",
      "",
      `Le Département (${departement}) attend de ${operateur} ${une ? "cette restitution" : "ces restitutions"} :`,
      ...dues.map(
        ({ mois, action, rappelLe }) =>
          `- ${action}, ${moisEnMots(mois)}, à rendre le ${jourEnMots(rappelLe)}`,
      ),
      "",
      "Elles sont préremplies d’après les séjours notés : il reste à les vérifier et à les certifier, rubrique « Restitutions ». Un mois sans personne se déclare « néant ».",
      "",
      "Si vous venez de les transmettre, ne tenez pas compte de ce message.",
    ].join("\n"),
  };
}

const jourEnMots = (jour: string): string =>
  `${Number(jour.slice(8))} ${moisEnMots(jour.slice(0, 7))}`;
