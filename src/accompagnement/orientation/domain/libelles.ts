import type { Dominante } from "#commun/referentiel";

export const dominantesEnMots: Readonly<Record<Dominante, string>> = {
  emploi: "Emploi",
  "socio-professionnelle": "Socio-professionnelle",
  sociale: "Sociale",
};

export const originesEnMots = {
  initiale: "Orientation",
  reorientation: "Réorientation",
  "france-travail": "Orientation par France Travail",
} as const;

export const demandeursEnMots = {
  referent: "le référent",
  personne: "la personne",
  departement: "le département",
} as const;

export const clotureEnMots: Readonly<Record<string, string>> = {
  refusee: "renvoyée avant décision",
  "droit-clos": "sans suite : droit clos",
  "france-travail": "sans suite : France Travail a orienté",
  fusion: "sans suite : fiches fusionnées",
  diagnostic: "refaite : un diagnostic a été validé",
};

export const issuesRendezVous = {
  tenu: "est venue : le rendez-vous a eu lieu",
  absence: "n’est pas venue",
  reporte: "a demandé à reporter",
} as const;
