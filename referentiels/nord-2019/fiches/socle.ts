import type { DureeAction, FicheAction } from "../../../src/commun/referentiel/domain/offre.ts";

export const guide =
  "Guide du porteur de projet, appel à projets 2019-2021 « De l’insertion à l’emploi », Département du Nord";

/** The four fixed criteria of quality of every sheet. */
export const criteres = [
  "Moyens humains mobilisés",
  "Modalités d’accompagnement des allocataires",
  "Stratégie de communication mise en place",
  "Partenariats développés",
];

export const contratPossible: FicheAction["contractualisation"] = {
  nature: "possible",
  texte:
    "Le contrat d’engagement réciproque est possible. Il est mis en place si l’allocataire soumis aux droits et devoirs n’en a pas déjà signé un ou n’est pas inscrit à France Travail (Pôle emploi dans le guide), pendant toute la durée de l’action",
};

export const contratObligatoire: FicheAction["contractualisation"] = {
  nature: "obligatoire",
  texte: "Le contrat d’engagement réciproque est obligatoire dans le cadre de cette action",
};

export const sansContrat: FicheAction["contractualisation"] = {
  nature: "sans",
  texte:
    "La contractualisation n’est pas prévue pour cette action. Il faut cependant s’assurer que l’allocataire soumis aux droits et devoirs a signé un contrat ou est inscrit à France Travail (Pôle emploi dans le guide) pour la durée de l’action",
};

/** The operator says how long, and nothing bounds it. */
export const dureeLibre: DureeAction = {
  minMois: null,
  maxMois: null,
  renouvellements: null,
  suspenduePar: [],
  exceptions: [],
};

export const aPreciser = "Les modalités sont précisées par l’opérateur";

/** What most sheets share; each says the rest. */
export const commun = {
  criteres,
  publicsPrioritaires: [],
  freins: [],
  socle: "sejour",
  adosseeA: null,
  types: [],
  gardeLeSuivi: false,
  rythme: null,
  suivi: null,
  certitude: "V",
} as const satisfies Partial<FicheAction>;
