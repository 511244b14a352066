import type { Certitude } from "./parametre-date.ts";

export const modalites = ["individuel", "collectif", "telephone", "visio"] as const;
export type Modalite = (typeof modalites)[number];

/** What became of the meeting for one person. */
export const issuesRendezVous = ["honore", "absent-excuse", "absent-non-excuse", "annule"] as const;
export type IssueRendezVous = (typeof issuesRendezVous)[number];

/**
 * What an outcome calls for. `reconvoquer` opens the deadline of that name, whose delay is its rule’s;
 * `proposer-manquement` is proposed to who may report one, never done by itself.
 */
export const suitesRendezVous = ["relancer", "reconvoquer", "proposer-manquement"] as const;
export type SuiteRendezVous = (typeof suitesRendezVous)[number];

export interface RegleSuite {
  readonly issue: IssueRendezVous;
  /** From the nth such outcome in a row on; 1 for the first. */
  readonly aPartirDe: number;
  readonly suite: SuiteRendezVous;
}

/** Why persons are met. */
export interface MotifRendezVous {
  readonly code: string;
  readonly libelle: string;
  readonly duree: number;
  readonly modalites: readonly Modalite[];
  /** Persons a collective meeting takes; null for a meeting of one person. */
  readonly capacite: number | null;
  readonly lieu: "structure" | "departement" | "domicile" | "a-distance";
  /** Who receives: the référent of the person, whoever of the structure, or the département. */
  readonly recoit: "referent" | "structure" | "departement";
  /** What the message and the letter say of the meeting: « un premier rendez-vous avec votre référente ou référent ». */
  readonly annonce: string;
  /** What the person brings or prepares; reads after the place and the hour. */
  readonly consigne: string;
  /** First meeting after an orientation: it keeps the deadline of the designation. */
  readonly premier: boolean;
  readonly suites: readonly RegleSuite[];
  readonly texte: string;
  readonly certitude: Certitude;
}

/** What a département says of its meetings from a day on. Hours as `HH:MM`, local. */
export interface RegleAgenda {
  readonly motifs: readonly MotifRendezVous[];
  /** When a place says no hours of its own. 1 is Monday. */
  readonly ouverture: {
    readonly jours: readonly number[];
    readonly de: string;
    readonly a: string;
  };
  /** Worked days before the meeting on which the reminder leaves. */
  readonly rappelJoursAvant: number;
  /** Days a letter needs before the meeting it announces: below, the screen says so. */
  readonly preavisCourrier: number;
  /** What a calendar read outside the product says of who is met. */
  readonly titreDesCalendriers: "motif" | "initiales" | "noms";
}
