import type { QualiteSignataire } from "#commun/referentiel";
import type { SectionContrat } from "./contenu.ts";
import type { EtapeVersion, EtatContrat } from "./etapes.ts";

export const libellesQualite: Readonly<Record<QualiteSignataire, string>> = {
  personne: "La personne",
  referent: "Le référent",
  departement: "Le Département",
};

export const libellesEtape: Readonly<Record<EtapeVersion, string>> = {
  brouillon: "Brouillon",
  proposee: "Proposé",
  validee: "Validé, à signer",
  refusee: "Refusé",
  signee: "Signé",
  abandonnee: "Abandonné",
};

export const libellesEtat: Readonly<Record<EtatContrat, string>> = {
  "en-preparation": "En préparation",
  signe: "En vigueur",
  renouvele: "Renouvelé",
  remplace: "Remplacé",
  resilie: "Résilié",
  termine: "Terminé",
  abandonne: "Abandonné",
};

export const libellesSection: Readonly<Record<SectionContrat, string>> = {
  duree: "Durée et bilans",
  objectifs: "Objectifs",
  actions: "Plan d’action",
  heures: "Heures par semaine",
  engagements: "Engagements des deux parties",
};

export const libellesMoyen = {
  tablette: "sur l’écran",
  saisie: "par son nom, écrit en sa présence",
  papier: "sur papier",
} as const;
export type MoyenSignature = keyof typeof libellesMoyen;
export const moyensSignature = Object.keys(libellesMoyen) as readonly MoyenSignature[];

export const libellesBilan = {
  continue: "Le contrat continue tel quel",
  avenant: "Le contrat est à modifier par avenant",
  renouveler: "Le contrat est à renouveler",
  terminer: "Le contrat prend fin : les objectifs sont atteints",
  reorienter: "Une autre orientation est à demander",
} as const;
export type ConclusionBilan = keyof typeof libellesBilan;
export const conclusionsBilan = Object.keys(libellesBilan) as readonly ConclusionBilan[];

export const libellesRealisation = {
  oui: "Réalisée",
  partie: "En partie",
  non: "Non réalisée",
} as const;
export type Realisation = keyof typeof libellesRealisation;
export const realisations = Object.keys(libellesRealisation) as readonly Realisation[];

export const libellesFin = {
  "objectifs-atteints": "Objectifs atteints",
  emploi: "Reprise d’emploi durable",
  "terme-echu": "Terme échu, sans suite",
  "a-la-demande": "À la demande de la personne",
  "non-respect": "Engagements non respectés",
  "droit-clos": "Droit clos",
  demenagement: "Déménagement hors du département",
  deces: "Décès",
} as const;
export type MotifFin = keyof typeof libellesFin;
export const motifsFin = Object.keys(libellesFin) as readonly MotifFin[];
