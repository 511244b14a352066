/** How a letter leaves; only some of them give a date that holds before a judge. */
export const moyensEnvoi = {
  "lettre-simple": "Lettre simple",
  "lettre-recommandee": "Lettre recommandée avec avis de réception",
  "lettre-recommandee-electronique": "Lettre recommandée électronique",
  courriel: "Courriel",
  "remise-en-main-propre": "Remise en main propre",
} as const;
export type MoyenEnvoi = keyof typeof moyensEnvoi;

/** The means that need a postal address on the letter. */
export function parLaPoste(moyen: MoyenEnvoi): boolean {
  return moyen === "lettre-simple" || moyen === "lettre-recommandee";
}

/** How the reception is known: by whatever means gives a certain date (C. trav. R5411-8-1). */
export const preuvesReception = {
  "avis-de-reception": "Avis de réception signé",
  "non-reclamee": "Pli avisé et non réclamé",
  "accuse-electronique": "Accusé de réception électronique",
  "remise-en-main-propre": "Remise en main propre",
  retour: "Revenue : destinataire inconnu à l’adresse",
} as const;
export type PreuveReception = keyof typeof preuvesReception;

/** `2026-000123`: one sequence per département and per year. */
export function numeroCourrier(annee: number, rang: number): string {
  return `${annee}-${String(rang).padStart(6, "0")}`;
}
