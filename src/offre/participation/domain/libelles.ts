import type { IssueSuite } from "./suite.ts";

export const libellesIssue: Readonly<Record<IssueSuite, string>> = {
  "en-emploi": "Toujours en emploi",
  "en-formation": "Toujours en formation",
  rompu: "Contrat rompu",
  "sans-emploi": "Sans emploi",
  injoignable: "Injoignable",
};

export const libellesRealisation = {
  "premier-accueil": "Premier accueil",
  rencontre: "Rencontre",
  formation: "Formation suivie",
  "frein-travaille": "Frein travaillé",
  "frein-leve": "Frein levé",
  "plan-action": "Plan d’actions établi",
  bilan: "Bilan",
} as const;

export const libellesPreuveSortie = {
  declaratif: "Déclarée, sans pièce",
  contrat: "Contrat de travail",
  "declaration-embauche": "Déclaration préalable à l’embauche",
  attestation: "Attestation",
} as const;

export const libellesMotifSuspension = {
  formation: "Formation",
  arret: "Arrêt de travail ou maladie",
} as const;

export const libellesSiae = {
  aci: "Atelier ou chantier d’insertion",
  ei: "Entreprise d’insertion",
  etti: "Entreprise de travail temporaire d’insertion",
  ai: "Association intermédiaire",
} as const;

export const etatsSejour = {
  "en-cours": "Dans l’action",
  sortis: "Sortis",
  suspendus: "Suspendus",
  "plafond-proche": "Plafond dans les 60 jours",
  "plafond-depasse": "Plafond dépassé",
  "droit-perdu": "Droit perdu depuis l’entrée",
  "sans-rencontre": "Rencontre en retard",
} as const;

export const suitesSejour = {
  attendue: "Suivi à venir",
  retard: "Suivi en retard",
  faite: "Suivi fait",
} as const;
