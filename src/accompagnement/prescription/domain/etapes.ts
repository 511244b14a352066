import { DomainError } from "#platform/errors/domain-error.ts";

/** Where a prescription is, from the day it is written to the exit of the action. */
export const etatsPrescription = [
  "prescrite",
  "liste-attente",
  "acceptee",
  "absente",
  "recue",
  "entree",
  "sortie",
  "refusee",
  "expiree",
  "annulee",
] as const;
export type EtatPrescription = (typeof etatsPrescription)[number];

/** Somebody still has something to do: the same person is not prescribed the same action twice. */
export const etatsVivants: readonly EtatPrescription[] = [
  "prescrite",
  "liste-attente",
  "acceptee",
  "absente",
  "recue",
  "entree",
];

/**
 * The operator needs to reach the person: she waits for its answer, is expected there, or is in the action. Afterwards
 * it keeps her name and what it answered, nothing else of her.
 */
export const donneLesCoordonnees = (etat: EtatPrescription): boolean => etatsVivants.includes(etat);

/** What the référent must hear of: nothing will follow unless she does something. */
export const etatsSansSuite: readonly EtatPrescription[] = ["refusee", "expiree", "absente"];

export const gestesPrescription = [
  "prescrire",
  "relancer",
  "accepter",
  "mettre-en-attente",
  "refuser",
  "expirer",
  "annuler",
  "recevoir",
  "noter-absence",
  "entrer",
  "sortir",
  "revenir-sur-la-sortie",
  "annuler-entree",
] as const;
export type GestePrescription = (typeof gestesPrescription)[number];

type Passages = Readonly<
  Record<EtatPrescription, Partial<Record<GestePrescription, EtatPrescription>>>
>;

/** Whom an operator has not turned away may be put in the list, received, turned away, or given up by who prescribed. */
const enCours = {
  "mettre-en-attente": "liste-attente",
  refuser: "refusee",
  annuler: "annulee",
  entrer: "entree",
} as const;

const passages: Passages = {
  prescrite: { ...enCours, accepter: "acceptee", relancer: "prescrite", expirer: "expiree" },
  "liste-attente": {
    accepter: "acceptee",
    refuser: "refusee",
    annuler: "annulee",
    entrer: "entree",
  },
  acceptee: { ...enCours, recevoir: "recue", "noter-absence": "absente" },
  absente: { ...enCours, recevoir: "recue", "noter-absence": "absente" },
  recue: enCours,
  entree: { sortir: "sortie", "annuler-entree": "recue" },
  // A day of exit put right is written again.
  sortie: { sortir: "sortie", "revenir-sur-la-sortie": "entree", "annuler-entree": "recue" },
  refusee: {},
  expiree: {},
  annulee: {},
};

const refus: Readonly<Record<GestePrescription, string>> = {
  prescrire: "elle existe déjà",
  relancer: "une relance ne se fait que tant que l’opérateur n’a pas répondu",
  accepter: "seule une prescription sans réponse ou en liste d’attente s’accepte",
  "mettre-en-attente": "seule une prescription dont la personne n’est pas entrée se met en attente",
  refuser: "seule une prescription dont la personne n’est pas entrée se refuse",
  expirer: "seule une prescription restée sans réponse expire",
  annuler: "seule une prescription dont la personne n’est pas entrée s’annule",
  recevoir: "le premier accueil se note une fois la prescription acceptée",
  "noter-absence": "l’absence au premier accueil se note une fois la prescription acceptée",
  entrer: "l’entrée suit une prescription encore ouverte",
  sortir: "la sortie suit une entrée",
  "revenir-sur-la-sortie": "il n’y a pas de sortie à reprendre",
  "annuler-entree": "il n’y a pas d’entrée à annuler",
};

/** What the state becomes, or null when the table has no such passage. */
export function passage(etat: EtatPrescription, geste: GestePrescription): EtatPrescription | null {
  return passages[etat][geste] ?? null;
}

/** @throws DomainError `prescription.expiree`, `prescription.passage-interdit` */
export function passer(etat: EtatPrescription, geste: GestePrescription): EtatPrescription {
  const suite = passage(etat, geste);
  if (suite !== null) return suite;
  if (etat === "expiree") {
    throw new DomainError(
      "prescription.expiree",
      "Cette prescription a expiré sans réponse dans le délai : elle ne compte plus, ni comme attente ni comme entrée. Demandez au référent de prescrire de nouveau.",
      { etat, geste },
    );
  }
  throw new DomainError(
    "prescription.passage-interdit",
    `Ce n’est pas possible à cette étape : ${refus[geste]}. Rechargez la page, quelqu’un a peut-être agi avant vous.`,
    { etat, geste },
  );
}

interface Ecrite {
  readonly etat: EtatPrescription;
  readonly expireLe: string;
}

/** Without an answer a prescription expires by itself on its day, whether somebody has written it down yet or not. */
export function etatAu({ etat, expireLe }: Ecrite, le: string): EtatPrescription {
  return etat === "prescrite" && expireLe <= le ? "expiree" : etat;
}

/** The state told by events, oldest first: what the table keeps is never anything else. */
export function rejouer(gestes: readonly GestePrescription[]): EtatPrescription {
  return gestes.reduce<EtatPrescription>(
    (etat, geste) => (geste === "prescrire" ? "prescrite" : passer(etat, geste)),
    "prescrite",
  );
}
