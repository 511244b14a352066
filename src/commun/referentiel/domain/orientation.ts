import type { Certitude } from "./parametre-date.ts";

/** The three ways of the orientation, whatever words a département puts on them. */
export const dominantes = ["emploi", "socio-professionnelle", "sociale"] as const;
export type Dominante = (typeof dominantes)[number];

/** What kind of organism accompanies: the frame of CASF L262-29 and Code du travail L5411-5-1, IV. */
export const classesOrganisme = [
  "departement",
  "commune",
  "ccas",
  "association",
  "organisme-agree",
  "france-travail",
  "mission-locale",
  "cap-emploi",
  "autre",
] as const;
export type ClasseOrganisme = (typeof classesOrganisme)[number];

/**
 * A type of orientation. Only a leaf of the tree is decided for a person; its parent groups it
 * on screens and in counts.
 */
export interface TypeOrientation {
  readonly code: string;
  readonly libelle: string;
  /** Code of the type above, `null` at the top. */
  readonly parent: string | null;
  readonly dominante: Dominante;
  /** Organisms that may receive it. */
  readonly classes: readonly ClasseOrganisme[];
}

/** Steps a proposal goes through before it binds anybody. */
export const etapesOrientation = ["proposee", "transmise", "decidee", "ecartee"] as const;
export type EtapeOrientation = (typeof etapesOrientation)[number];

/** Who examines a change of orientation before it is decided, in the order of the circuit. */
export interface InstanceReorientation {
  readonly code: string;
  readonly libelle: string;
}

/** How one département goes from a proposal to a notified decision. */
export interface CircuitOrientation {
  /** The file goes through a transmission before the decision: « Transmettre les dossiers au RTILE pour décision ». */
  readonly transmission: boolean;
  /** A file that misses something may not be transmitted. */
  readonly dossierCompletExige: boolean;
  /** The decision is signed with the person: « contrat d’orientation ». */
  readonly contratOrientation: boolean;
  /** Whom a decision informs beside the person and the structure: « en parallèle transmission à la DILE pour information ». */
  readonly informes: readonly string[];
  /** The référent says at the first meeting whether the designation suits: « confirmer ou infirmer sa désignation ». */
  readonly confirmationParReferent: boolean;
  /** Whom a change of orientation is submitted to, in order; empty when the département decides alone. */
  readonly reorientation: readonly InstanceReorientation[];
  /** Titles of who decides, as the letters say it. */
  readonly decideur: string;
}

/** What the département's text says of the orientation from a day on. */
export interface RegleOrientation {
  readonly types: readonly TypeOrientation[];
  readonly circuit: CircuitOrientation;
}

/** The answer to one question of the diagnostic weighs on one of the two scores. */
export interface PoidsReponse {
  readonly question: string;
  readonly reponse: string;
  readonly axe: AxeMatrice;
  /** Points, positive towards employment on the axis `emploi`, positive for an obstacle on the axis `social`. */
  readonly poids: number;
  /** Reads inside « Emploi, parce que : … ». */
  readonly libelle: string;
}

export type AxeMatrice = "emploi" | "social";

/** One step of a score: from the previous step's end, up to `jusqua` included; `null` for the last. */
export interface NiveauMatrice {
  readonly code: string;
  readonly libelle: string;
  readonly jusqua: number | null;
}

export interface CelluleMatrice {
  readonly emploi: string;
  readonly social: string;
  readonly dominante: Dominante;
  /** Type proposed when a structure serves it; the first type of the dominante otherwise. */
  readonly type: string | null;
}

/** What an ordered rule looks at. */
export type ConditionMatrice =
  | { readonly sur: "age"; readonly min: number | null; readonly max: number | null }
  | { readonly sur: "reponse"; readonly question: string; readonly parmi: readonly string[] }
  | { readonly sur: "situation-familiale"; readonly parmi: readonly string[] }
  | { readonly sur: "enfants-a-charge"; readonly min: number }
  | { readonly sur: "territoire"; readonly parmi: readonly string[] }
  | { readonly sur: "deja-suivi"; readonly classes: readonly ClasseOrganisme[] }
  | { readonly sur: "capacite"; readonly type: string; readonly resteAuMoins: number }
  | { readonly sur: "activite"; readonly parmi: readonly string[] }
  | { readonly sur: "toutes"; readonly de: readonly ConditionMatrice[] }
  | { readonly sur: "une-de"; readonly de: readonly ConditionMatrice[] }
  | { readonly sur: "non"; readonly de: ConditionMatrice };

/** An ordered rule, heard before the grid (it decides alone) or after it (it corrects the grid). First true wins. */
export interface RegleMatrice {
  readonly code: string;
  /** Reads after « parce que ». */
  readonly libelle: string;
  readonly si: ConditionMatrice;
  /** A rule heard after the grid may bear on some dominantes only. */
  readonly siDominante: readonly Dominante[] | null;
  readonly alors: { readonly dominante: Dominante; readonly type: string | null };
  readonly texte: string;
}

/** A decision table: weighted answers make two scores, a grid gives the dominante, ordered rules before and after it. */
export interface Matrice {
  /** Names this content for ever: a proposal keeps it. */
  readonly version: string;
  readonly titre: string;
  readonly poids: readonly PoidsReponse[];
  readonly niveaux: Readonly<Record<AxeMatrice, readonly NiveauMatrice[]>>;
  readonly grille: readonly CelluleMatrice[];
  readonly avant: readonly RegleMatrice[];
  readonly apres: readonly RegleMatrice[];
  /** Said when nothing is known of the person: no answer at all. */
  readonly sansReponse: { readonly dominante: Dominante; readonly type: string | null };
}

/** One question of the socio-professional diagnostic. Codes are those that are exchanged. */
export interface QuestionDiagnostic {
  /** Tag of the CAF’s instruction flow when it carries the answer (`HISPRO`), else a code of our own. */
  readonly code: string;
  readonly theme: string;
  readonly libelle: string;
  readonly multiple: boolean;
  /** Answers by code, in the order shown. */
  readonly reponses: Readonly<Record<string, string>>;
  /** Answers that exclude the others of a multiple question: « Aucune difficulté ». */
  readonly exclusives: readonly string[];
  /** Criterion of France Travail’s référentiel d’orientation that the question answers. */
  readonly critereOrientation: string | null;
  readonly texte: string;
  readonly certitude: Certitude;
}
