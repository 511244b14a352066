import type { RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";

const duSejour = {
  pour: "referent",
  eteint: [],
  depuis: "2009-06-01",
  jusqua: null,
} as const;

/** What a stay in an action asks of who follows the person: facts told by `offre/participation`. */
export const echeancesDesSejours: readonly RegleEcheance[] = [
  {
    ...duSejour,
    code: "preparer-fin-de-sejour",
    libelle: "Préparer la suite de l’action",
    depart: "plafond-proche",
    accompli: "sejour-sorti",
    delai: { nombre: 30, unite: "jours", report: "aucun" },
    texte:
      "Durée maximale de la fiche : annoncée soixante jours avant, à préparer trente jours avant (proposé)",
    certitude: "a-confirmer",
  },
  {
    ...duSejour,
    code: "conclure-sejour",
    libelle: "Dire la sortie de l’action ou la renouveler",
    depart: "dernier-jour-du-sejour",
    accompli: "sejour-sorti",
    delai: { nombre: 0, unite: "jours", report: "aucun" },
    texte: "Durée maximale de la fiche, renouvellements et suspensions compris",
    certitude: "V",
  },
  {
    ...duSejour,
    code: "constater-suite-action",
    libelle: "Dire ce qu’est devenue la personne après l’action",
    depart: "suite-de-sejour-attendue",
    accompli: "suite-de-sejour-constatee",
    delai: { nombre: 0, unite: "jours", report: "aucun" },
    texte:
      "Nord, guide du porteur de projet : suivi « 6 mois dans l’emploi », ou « bilan à 3 mois après la fin du CDDI », selon la fiche",
    certitude: "V",
  },
];
