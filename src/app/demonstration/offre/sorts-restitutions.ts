import { ajouterJours } from "#commun/echeance";
import { decalerMois, type Mois } from "#offre/comptage";

/** What becomes of the return of the last month over. `reprise` comes with the former tool’s. */
export type Sort = "reprise" | "a-remplir" | "a-certifier" | "renvoyee" | "envoyee" | "acceptee";

const deLOperatrice: readonly Sort[] = ["a-remplir", "renvoyee", "a-certifier", "envoyee"];

/** `rang`: place among the actions of the operator who has an account, -1 for those of others. */
export function sortDe(actionId: number, rang: number): Sort {
  if (rang >= 0) return deLOperatrice[rang % deLOperatrice.length] ?? "envoyee";
  if (actionId % 9 === 4) return "a-remplir";
  if (actionId % 41 === 5) return "a-certifier";
  if (actionId % 53 === 7) return "renvoyee";
  if (actionId % 47 === 8) return "acceptee";
  return "reprise";
}

const melange = (actionId: number, mois: Mois): number =>
  (actionId * 31 + Number(mois.slice(0, 4)) * 7 + Number(mois.slice(5)) * 13) % 97;

/** Mostly in time, sometimes late, never for one in fifty of the months gone. */
export function jourDeTransmission(actionId: number, mois: Mois, dernier: Mois): string | null {
  const tirage = melange(actionId, mois);
  const premier = `${decalerMois(mois, 1)}-01`;
  if (tirage < 2 && mois < dernier) return null;
  if (tirage < 12) return ajouterJours(premier, 10 + (tirage % 9));
  return ajouterJours(premier, 2 + (tirage % 7));
}

/** The last month is still being read. */
export const joursAvantAcceptation = (actionId: number, mois: Mois, dernier: Mois): number =>
  (mois === dernier ? 9 : 4) + (melange(actionId, mois) % 11);

const commentaires = [
  "",
  "",
  "",
  "Mois sans particularité.",
  "Deux places libres faute d’orientations : nous avons prévenu les référents.",
  "Une personne absente depuis trois semaines, en arrêt de travail.",
  "Atelier collectif reporté au mois prochain.",
  "Plusieurs embauches saisonnières ce mois-ci.",
  "Bonne dynamique, liste d’attente de trois personnes.",
] as const;

export const commentaireDe = (actionId: number, mois: Mois): string =>
  commentaires[melange(actionId, mois) % commentaires.length] ?? "";
