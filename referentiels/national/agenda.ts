import type {
  MotifRendezVous,
  RegleAgenda,
  RegleSuite,
} from "../../src/commun/referentiel/domain/agenda.ts";
import type { RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";

const aConfirmer = { certitude: "a-confirmer" } as const;

/** Who excuses herself is met on another day; who says nothing is called, then convened again, then answers for it. */
const suitesProposees: readonly RegleSuite[] = [
  { issue: "absent-excuse", aPartirDe: 1, suite: "reconvoquer" },
  { issue: "absent-non-excuse", aPartirDe: 1, suite: "relancer" },
  { issue: "absent-non-excuse", aPartirDe: 1, suite: "reconvoquer" },
  { issue: "absent-non-excuse", aPartirDe: 2, suite: "proposer-manquement" },
];

const suitesCollectives: readonly RegleSuite[] = [
  { issue: "absent-excuse", aPartirDe: 1, suite: "reconvoquer" },
  { issue: "absent-non-excuse", aPartirDe: 1, suite: "reconvoquer" },
  { issue: "absent-non-excuse", aPartirDe: 2, suite: "proposer-manquement" },
];

const aLaStructure = {
  capacite: null,
  lieu: "structure",
  recoit: "referent",
  premier: false,
  suites: suitesProposees,
} as const;

type MotifLocal = Pick<MotifRendezVous, "texte"> & Partial<MotifRendezVous>;

/** Motifs every département knows; each gives its own text, and its own words where it has some. */
export const motifs = {
  premier: (champs: MotifLocal): MotifRendezVous => ({
    ...aLaStructure,
    ...aConfirmer,
    code: "premier-rendez-vous",
    libelle: "Premier rendez-vous",
    duree: 60,
    modalites: ["individuel"],
    annonce: "un premier rendez-vous avec votre référente ou votre référent",
    consigne:
      "Apportez une pièce d’identité, votre dernière attestation de la CAF ou de la MSA et, si vous en avez un, votre CV.",
    premier: true,
    ...champs,
  }),
  suivi: (champs: MotifLocal): MotifRendezVous => ({
    ...aLaStructure,
    ...aConfirmer,
    code: "entretien-suivi",
    libelle: "Entretien de suivi",
    duree: 45,
    modalites: ["individuel", "telephone", "visio"],
    annonce: "un entretien de suivi",
    consigne: "Apportez les documents utiles à vos démarches en cours.",
    ...champs,
  }),
  contrat: (champs: MotifLocal): MotifRendezVous => ({
    ...aLaStructure,
    ...aConfirmer,
    code: "signature-contrat",
    libelle: "Préparation et signature du contrat",
    duree: 60,
    modalites: ["individuel"],
    annonce: "un rendez-vous pour préparer et signer votre contrat",
    consigne: "Réfléchissez à ce que vous souhaitez faire dans les prochains mois.",
    ...champs,
  }),
  bilan: (champs: MotifLocal): MotifRendezVous => ({
    ...aLaStructure,
    ...aConfirmer,
    code: "bilan-contrat",
    libelle: "Bilan du contrat",
    duree: 45,
    modalites: ["individuel", "visio"],
    annonce: "un rendez-vous pour faire le point sur votre contrat",
    consigne: "Apportez les justificatifs de vos démarches.",
    ...champs,
  }),
  information: (champs: MotifLocal): MotifRendezVous => ({
    ...aLaStructure,
    ...aConfirmer,
    code: "information-collective",
    libelle: "Information collective",
    duree: 90,
    modalites: ["collectif"],
    capacite: 12,
    recoit: "structure",
    annonce: "une réunion d’information sur vos droits et vos devoirs",
    consigne: "Apportez de quoi écrire.",
    suites: suitesCollectives,
    ...champs,
  }),
  telephone: (champs: MotifLocal): MotifRendezVous => ({
    ...aLaStructure,
    ...aConfirmer,
    code: "point-telephonique",
    libelle: "Point téléphonique",
    duree: 20,
    modalites: ["telephone"],
    lieu: "a-distance",
    annonce: "un point par téléphone",
    consigne: "Nous vous appellerons : gardez votre téléphone près de vous.",
    suites: [],
    ...champs,
  }),
} as const;

/** Frame proposed to every département. Whoever adopts it changes what she wants. */
export const cadreAgendaPropose: Omit<RegleAgenda, "motifs"> = {
  ouverture: { jours: [1, 2, 3, 4, 5], de: "08:30", a: "18:00" },
  rappelJoursAvant: 2,
  preavisCourrier: 7,
  titreDesCalendriers: "motif",
};

const rappelOrganisation =
  "Organisation proposée : aucun texte ne fixe ce délai, le département l’ajuste";

/** What a meeting leaves to be done. Facts of one meeting, told by the agenda alone. */
export function echeancesAgenda(
  depuis: string,
  { reconvoquerEnJours = 15 }: { readonly reconvoquerEnJours?: number } = {},
): readonly RegleEcheance[] {
  return [
    {
      code: "noter-issue",
      libelle: "Noter l’issue du rendez-vous",
      pour: "referent",
      depart: "rendez-vous-passe",
      accompli: "rendez-vous-conclu",
      eteint: ["rendez-vous-annule"],
      delai: { nombre: 2, unite: "jours-ouvres", report: "aucun" },
      depuis,
      jusqua: null,
      texte: rappelOrganisation,
      ...aConfirmer,
    },
    {
      code: "reconvoquer",
      libelle: "Proposer un nouveau rendez-vous",
      pour: "referent",
      depart: "rendez-vous-manque",
      accompli: "rendez-vous-repris",
      eteint: ["rendez-vous-sans-suite"],
      delai: { nombre: reconvoquerEnJours, unite: "jours", report: "jour-ouvre-suivant" },
      depuis,
      jusqua: null,
      texte: rappelOrganisation,
      ...aConfirmer,
    },
  ];
}
