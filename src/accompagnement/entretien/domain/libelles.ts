import type { PoidsFrein, PorteurEtape } from "./synthese.ts";

export const libellesPoids: Readonly<Record<PoidsFrein, string>> = {
  leger: "Léger",
  important: "Important",
  bloquant: "Bloquant",
};

export const libellesQui: Readonly<Record<PorteurEtape, string>> = {
  personne: "La personne",
  referent: "Le référent",
  partenaire: "Un partenaire",
};

export const naturesAcquis = { competence: "Compétence", certificat: "Certificat" } as const;
export type NatureAcquis = keyof typeof naturesAcquis;

/** Categories of job seekers, as the public service of employment names them. */
export const categoriesEmploi = {
  A: "A – sans emploi, recherche active",
  B: "B – activité réduite courte",
  C: "C – activité réduite longue",
  D: "D – sans emploi, non tenue de rechercher (formation, maladie)",
  E: "E – en emploi, non tenue de rechercher",
  F: "F – parcours social",
  G: "G – en attente d’orientation",
} as const;
export type CategorieEmploi = keyof typeof categoriesEmploi;
