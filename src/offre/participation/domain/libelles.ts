import type { NatureSortie } from "#commun/referentiel";
import type { ClasseConstatee } from "./sortie.ts";
import type { IssueSuite } from "./suite.ts";

export const libellesClasseSortie: Readonly<Record<ClasseConstatee, string>> = {
  durable: "Emploi durable",
  transition: "Emploi de transition",
  positive: "Sortie positive",
  autre: "Autre sortie",
  "a-arbitrer": "À arbitrer",
};

export const libellesNature: Readonly<Record<NatureSortie, string>> = {
  cdi: "CDI",
  titularisation: "Titularisation",
  cdd: "CDD",
  interim: "Intérim",
  saisonnier: "Contrat saisonnier",
  cesu: "Chèque emploi service",
  alternance: "Alternance",
  "contrat-aide-non-marchand": "Contrat aidé, secteur non marchand",
  "contrat-aide-marchand": "Contrat aidé, secteur marchand",
  creation: "Création ou reprise d’entreprise",
  "formation-qualifiante": "Formation qualifiante",
  "autre-action": "Autre action d’insertion",
  "autres-droits": "Autres droits (AAH, retraite, ASS…)",
  "fin-rsa": "Fin du droit au RSA",
  "fin-de-duree": "Durée de l’action atteinte",
  abandon: "Abandon",
  demenagement: "Déménagement",
  incarceration: "Incarcération",
  deces: "Décès",
  autre: "Autre raison",
};

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
