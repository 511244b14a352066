import type { RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";
import type { Certitude } from "../../src/commun/referentiel/domain/parametre-date.ts";

/** Before the law « plein emploi », and from it on. */
const DEPUIS_2012 = "2012-04-01";
const PLEIN_EMPLOI = "2025-01-01";

const decider = {
  code: "decider-orientation",
  libelle: "Décider l’orientation",
  pour: "responsable",
  depart: "information",
  accompli: "decision",
  eteint: ["sortie"],
} as const;

const contracter = {
  code: "signer-contrat",
  pour: "referent",
  accompli: "contrat",
  eteint: ["demande-reorientation", "sortie"],
} as const;

const reciproque = {
  ...contracter,
  libelle: "Signer le contrat d’engagement réciproque",
  depuis: "2009-06-01",
  jusqua: PLEIN_EMPLOI,
} as const;

/**
 * The delays of the law. Of several rules of one code, the first whose start is told wins: a référent in the public
 * employment service had one month for the contract, any other two.
 */
export const echeancesNationales: readonly RegleEcheance[] = [
  {
    ...decider,
    delai: { nombre: 2, unite: "mois", report: "aucun" },
    depuis: DEPUIS_2012,
    jusqua: PLEIN_EMPLOI,
    texte:
      "CASF, art. R262-65-2 (décret n° 2012-294) : l’orientation est décidée dans les deux mois de la réception de l’information de l’organisme payeur",
    certitude: "V",
  },
  {
    ...decider,
    delai: { nombre: 6, unite: "semaines", report: "aucun" },
    depuis: PLEIN_EMPLOI,
    jusqua: null,
    texte:
      "CASF, art. D262-65-2 (décret n° 2024-1244, art. 2) : six semaines à compter de la réception de l’information ; au-delà, France Travail oriente",
    certitude: "V",
  },
  {
    ...reciproque,
    depart: "decision-service-public-emploi",
    delai: { nombre: 1, unite: "mois", report: "jour-ouvre-suivant" },
    texte:
      "CASF, art. L262-35 (loi n° 2008-1249) : un mois après l’orientation vers un organisme du service public de l’emploi",
    certitude: "S",
  },
  {
    ...reciproque,
    depart: "decision",
    delai: { nombre: 2, unite: "mois", report: "jour-ouvre-suivant" },
    texte:
      "CASF, art. L262-36 (loi n° 2008-1249) : deux mois après l’orientation, hors service public de l’emploi",
    certitude: "S",
  },
  {
    ...contracter,
    libelle: "Signer le contrat d’engagement",
    depart: "notification",
    delai: { nombre: 1, unite: "mois", report: "jour-ouvre-suivant" },
    depuis: PLEIN_EMPLOI,
    jusqua: null,
    texte:
      "Code du travail, art. D5411-14-1 : un mois à compter de la notification de l’orientation ; art. D5411-8-2 : une demande de nouvelle orientation interrompt ce délai, un nouveau court de sa notification",
    certitude: "V",
  },
];

interface Origine {
  readonly depuis: string;
  readonly texte: string;
  readonly certitude?: Certitude;
}

type Locale = Pick<RegleEcheance, "libelle" | "delai"> & Partial<RegleEcheance>;

const locale =
  (base: Omit<RegleEcheance, "libelle" | "delai" | "depuis" | "jusqua" | "texte" | "certitude">) =>
  ({ depuis, texte, certitude = "a-confirmer" }: Origine, champs: Locale): RegleEcheance => ({
    ...base,
    depuis,
    jusqua: null,
    texte,
    certitude,
    ...champs,
  });

/** Steps a département sets a delay to, in its own words. What each waits for is the same everywhere. */
export const etapeLocale = {
  transmettre: locale({
    code: "transmettre-dossier",
    pour: "gestionnaire",
    depart: "proposition",
    accompli: "transmission",
    eteint: ["decision", "sortie"],
  }),
  notifier: locale({
    code: "notifier-orientation",
    pour: "gestionnaire",
    depart: "decision",
    accompli: "notification",
    eteint: ["sortie"],
  }),
  fixerPremierRendezVous: locale({
    code: "fixer-premier-rendez-vous",
    pour: "referent",
    depart: "decision",
    accompli: "premier-rendez-vous-fixe",
    eteint: ["contestation", "sortie"],
  }),
  recevoir: locale({
    code: "tenir-premier-rendez-vous",
    pour: "referent",
    depart: "decision",
    accompli: "premier-rendez-vous-tenu",
    eteint: ["contestation", "sortie"],
  }),
  confirmer: locale({
    code: "confirmer-designation",
    pour: "referent",
    depart: "premier-rendez-vous-tenu",
    accompli: "confirmation",
    eteint: ["contestation", "sortie"],
  }),
  examinerReorientation: locale({
    code: "decider-reorientation",
    pour: "responsable",
    depart: "demande-reorientation",
    accompli: "reorientation-decidee",
    eteint: ["sortie"],
  }),
} as const;
