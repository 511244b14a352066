import type { CanalMessage, RegleMessages, UsageMessage } from "#commun/referentiel";
import { numeroMobile } from "./telephone.ts";

/** `A` agrees, `R` refuses, `I` nobody knows. */
export type Accord = "A" | "R" | "I";

export interface Coordonnee {
  readonly valeur: string;
  readonly accord: Accord;
}

/** How a person may be reached. */
export interface Joignable {
  readonly courriels: readonly Coordonnee[];
  readonly telephones: readonly Coordonnee[];
}

export interface Voie {
  readonly canal: CanalMessage;
  readonly adresse: string;
  readonly accord: Accord;
}

export const raisons = {
  "hors-perimetre": "Cette personne n’est pas, ou plus, dans votre périmètre",
  refus: "La personne refuse d’être jointe par courriel et par SMS",
  "accord-inconnu": "On ne sait pas si la personne accepte d’être jointe par courriel ou par SMS",
  "sans-coordonnees": "Ni adresse électronique ni téléphone portable connus",
  "champs-manquants": "Des informations manquent pour écrire le message",
  "trop-long": "Le SMS serait trop long, et aucune adresse électronique n’est connue",
} as const;
export type CodeRaison = keyof typeof raisons;

/** The ways this person may be written to for this usage, the one to try first ahead; or why there is none. */
export function voiesPour(
  joignable: Joignable,
  usage: UsageMessage,
  regle: Pick<RegleMessages, "accordInconnu" | "canaux">,
  prefere: CanalMessage | null,
): readonly Voie[] | CodeRaison {
  const canaux = prefere === null ? regle.canaux : [prefere, ...regle.canaux];
  const connues = [...new Set(canaux)].flatMap((canal) => voiesDuCanal(joignable, canal));
  if (connues.length === 0) return "sans-coordonnees";
  const inconnuAdmis = regle.accordInconnu.includes(usage);
  const refusees = new Set(connues.filter(estRefusee).map(({ adresse }) => adresse));
  const ouvertes = connues.filter(
    ({ accord, adresse }) =>
      !refusees.has(adresse) && (accord === "A" || (accord === "I" && inconnuAdmis)),
  );
  if (ouvertes.length > 0) return ouvertes;
  return connues.some(({ accord }) => accord === "I") ? "accord-inconnu" : "refus";
}

const estRefusee = ({ accord }: Voie) => accord === "R";

function voiesDuCanal({ courriels, telephones }: Joignable, canal: CanalMessage): readonly Voie[] {
  if (canal === "courriel") {
    return courriels
      .filter(({ valeur }) => ADRESSE.test(valeur))
      .map(({ valeur, accord }) => ({ canal, adresse: valeur, accord }));
  }
  return telephones.flatMap(({ valeur, accord }) => {
    const numero = numeroMobile(valeur);
    return numero === null ? [] : [{ canal, adresse: numero, accord }];
  });
}

/** Enough to try; the server that receives judges the rest. */
const ADRESSE = /^[^\s@<>(),;:"[\]\\]+@[^\s@.]+(?:\.[^\s@.]+)+$/u;
