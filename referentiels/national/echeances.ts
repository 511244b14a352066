import type { RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";
import type { Certitude } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { echeancesDesSejours } from "./sejours.ts";

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

const duContrat = { pour: "referent", eteint: ["contrat-clos"], jusqua: null } as const;
const LE_JOUR_DIT = { nombre: 0, unite: "jours", report: "aucun" } as const;

/** What a contract asks of those who keep it, from its signature to its end. */
const echeancesDuContrat: readonly RegleEcheance[] = [
  {
    ...duContrat,
    code: "valider-contrat",
    libelle: "Valider ou refuser le contrat",
    pour: "responsable",
    depart: "contrat-propose",
    accompli: "contrat-valide",
    delai: { nombre: 10, unite: "jours-ouvres", report: "aucun" },
    depuis: "2009-06-01",
    texte: "Aucun délai dans les textes : dix jours ouvrés sont proposés",
    certitude: "a-confirmer",
  },
  {
    ...duContrat,
    code: "faire-bilan-contrat",
    libelle: "Faire le bilan du contrat",
    depart: "bilan-attendu",
    accompli: "bilan-fait",
    delai: LE_JOUR_DIT,
    depuis: "2009-06-01",
    texte:
      "Code du travail, art. R5411-14 : le contrat est actualisé selon la périodicité convenue avec la personne",
    certitude: "V",
  },
  {
    ...duContrat,
    code: "preparer-suite-contrat",
    libelle: "Renouveler le contrat ou y mettre fin",
    depart: "terme-du-contrat",
    accompli: "suite-signee",
    delai: LE_JOUR_DIT,
    depuis: "2009-06-01",
    texte: "Le terme écrit dans le contrat",
    certitude: "V",
  },
  {
    ...duContrat,
    code: "reexaminer-accompagnement-social",
    libelle: "Réexaminer la situation avec France Travail",
    depart: "contrat-social-vulnerable",
    accompli: "reexamen-fait",
    delai: { nombre: 12, unite: "mois", report: "aucun" },
    depuis: PLEIN_EMPLOI,
    texte:
      "CASF, art. D262-65-2-1 : douze mois lorsqu’une vulnérabilité est identifiée (santé, handicap, invalidité, logement, situation familiale)",
    certitude: "V",
  },
  {
    ...duContrat,
    code: "reexaminer-accompagnement-social",
    libelle: "Réexaminer la situation avec France Travail",
    depart: "contrat-social",
    accompli: "reexamen-fait",
    delai: { nombre: 6, unite: "mois", report: "aucun" },
    depuis: PLEIN_EMPLOI,
    texte:
      "CASF, art. L262-31, I : six mois après la signature ou la révision du contrat, la situation d’une personne en accompagnement social est réexaminée",
    certitude: "V",
  },
  {
    ...duContrat,
    code: "elaborer-offre-raisonnable",
    libelle: "Définir l’offre raisonnable d’emploi",
    depart: "contrat-vers-emploi",
    accompli: "offre-definie",
    delai: { nombre: 6, unite: "mois", report: "aucun" },
    depuis: PLEIN_EMPLOI,
    texte:
      "Code du travail, art. L5411-6-1 et R5411-15-1 : dans les six mois de la signature ; non en accompagnement social",
    certitude: "V",
  },
  {
    ...duContrat,
    code: "remplacer-contrat",
    libelle: "Signer le contrat d’engagement à la place de l’ancien",
    depart: "remplacement-attendu",
    accompli: "contrat-remplace",
    delai: LE_JOUR_DIT,
    depuis: PLEIN_EMPLOI,
    texte:
      "Loi n° 2023-1196, art. 2, IV, et décret n° 2024-1244 : au plus tard le 01/01/2027 pour les personnes déjà accompagnées (01/01/2028 outre-mer)",
    certitude: "V",
  },
  {
    ...duContrat,
    code: "decider-contrat-droit-clos",
    libelle: "Dire si le contrat continue, le droit étant clos",
    depart: "droit-clos",
    accompli: "droit-rouvert",
    delai: { nombre: 1, unite: "mois", report: "jour-ouvre-suivant" },
    depuis: "2009-06-01",
    texte: "Aucun texte ne met fin au contrat avec le droit (un mois est proposé)",
    certitude: "a-confirmer",
  },
];

const entretiens = { pour: "referent", depuis: "2009-06-01", jusqua: null } as const;
const auJourDit = { nombre: 0, unite: "jours", report: "jour-ouvre-suivant" } as const;

/** What a référent wrote she would do, on the day she wrote: facts told by `accompagnement/entretien`. */
const echeancesEntretien: readonly RegleEcheance[] = [
  {
    ...entretiens,
    code: "faire-etape-frein",
    libelle: "Faire l’étape prévue pour lever un frein",
    depart: "etape-prevue",
    accompli: "etape-faite",
    eteint: ["etape-abandonnee", "frein-leve"],
    delai: auJourDit,
    texte:
      "Nord, axe V : « les différentes étapes à franchir par l’allocataire pour réussir sa levée de freins doivent être explicitées » ; le jour est celui que le référent a écrit",
    certitude: "a-confirmer",
  },
  {
    ...entretiens,
    code: "reevaluer-projet",
    libelle: "Réévaluer le projet",
    depart: "reevaluation-prevue",
    accompli: "projet-reevalue",
    eteint: ["projet-abandonne"],
    delai: auJourDit,
    texte:
      "Seine-Saint-Denis : « Émergence, validation et réévaluation du projet professionnel » ; le jour est celui que le référent a écrit",
    certitude: "a-confirmer",
  },
  {
    ...entretiens,
    code: "donner-suite-entretien",
    libelle: "Donner la suite dite à l’entretien",
    depart: "suite-prevue",
    accompli: "suite-donnee",
    eteint: ["entretien-corrige"],
    delai: auJourDit,
    texte:
      "Seine-Saint-Denis : « Évaluation de l’effectivité du parcours par des contacts réguliers » ; le jour est celui que le référent a écrit",
    certitude: "a-confirmer",
  },
];

/**
 * The delays of the law. Of several rules of one code, the first whose start is told wins: a référent in the public
 * employment service had one month for the contract, any other two.
 */
/** What a prescription asks of who made it, until the person is in the action or nobody awaits it any more. */
const echeancesDesPrescriptions: readonly RegleEcheance[] = [
  {
    code: "relancer-operateur",
    libelle: "Relancer l’opérateur sans réponse",
    pour: "referent",
    depart: "prescription-faite",
    accompli: "prescription-repondue",
    eteint: ["prescription-close"],
    delai: { nombre: 10, unite: "jours", report: "aucun" },
    depuis: "2009-06-01",
    jusqua: null,
    texte: "Délai de réponse du programme de l’offre : aucun texte ne le borne, il est proposé",
    certitude: "a-confirmer",
  },
  {
    code: "verifier-premier-accueil",
    libelle: "Vérifier le premier accueil chez l’opérateur",
    pour: "referent",
    depart: "accueil-attendu",
    accompli: "accueil-note",
    eteint: ["prescription-close"],
    delai: { nombre: 10, unite: "jours", report: "aucun" },
    depuis: "2009-06-01",
    jusqua: null,
    texte: "Aucun texte ne borne le premier accueil : dix jours après le jour prévu sont proposés",
    certitude: "a-confirmer",
  },
  {
    code: "donner-suite-prescription",
    libelle: "Donner suite à une prescription refusée, expirée ou sans venue",
    pour: "referent",
    depart: "suite-attendue",
    accompli: "suite-donnee",
    eteint: [],
    delai: { nombre: 5, unite: "jours-ouvres", report: "aucun" },
    depuis: "2009-06-01",
    jusqua: null,
    texte: "Le référent reste responsable du parcours : cinq jours ouvrés sont proposés",
    certitude: "a-confirmer",
  },
];

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
  ...echeancesDuContrat,
  ...echeancesEntretien,
  ...echeancesDesPrescriptions,
  ...echeancesDesSejours,
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
