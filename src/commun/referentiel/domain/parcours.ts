import type { Certitude } from "./parametre-date.ts";

interface Sourcee {
  /** The text the value comes from. */
  readonly texte: string;
  readonly certitude: Certitude;
}

/** How long somebody may be accompanied under one rule. `null`: the text sets no figure. */
export interface DureeAccompagnement extends Sourcee {
  readonly mois: number | null;
  readonly minimumMois: number | null;
  /** How many times it may be renewed; `null` for as many as the ceiling allows. */
  readonly renouvellements: number | null;
  /** Months that one renewal adds; `null` when they are chosen each time. */
  readonly moisRenouveles: number | null;
  /** Months nobody goes past without a dérogation. */
  readonly plafondMois: number | null;
}

/** A ground on which the counter stops: « cette limite n’est pas applicable lorsque l’allocataire est inscrit en formation ». */
export interface MotifSuspension {
  readonly code: string;
  readonly libelle: string;
}

/** A public for which the ceiling may be passed. */
export interface MotifDerogation {
  readonly code: string;
  readonly libelle: string;
  /** Age on the day it is granted, checked; `null` when the ground is proved otherwise. */
  readonly ageMinimum: number | null;
  readonly preuveExigee: boolean;
}

/** « au moins deux fois par mois » */
export interface FrequenceRencontres extends Sourcee {
  readonly fois: number;
  readonly par: "semaine" | "mois";
}

/** Persons that one full-time référent follows. */
export interface ChargeReferent extends Sourcee {
  readonly parEtp: number;
  /** Territories, by name, where the figure is another one. */
  readonly territoires: readonly { readonly nom: string; readonly parEtp: number }[];
}

/** How one way of accompanying runs: an orientation, or an action followed within it. */
export interface RegleAccompagnement {
  readonly code: string;
  readonly libelle: string;
  /** Types of orientation under which it may run. */
  readonly types: readonly string[];
  /** The rule under which a designation of these types begins; the others are chosen by the référent. */
  readonly parDefaut: boolean;
  readonly commence: "designation" | "contrat";
  readonly duree: DureeAccompagnement;
  readonly suspensions: readonly MotifSuspension[];
  readonly derogations: readonly MotifDerogation[];
  readonly frequence: FrequenceRencontres | null;
  readonly charge: ChargeReferent | null;
  /** What is done when the time is over, as a sentence. */
  readonly fin: string;
}

export interface NatureNommee {
  readonly code: string;
  readonly libelle: string;
}

/** What the département says of the path from a day on. */
export interface RegleParcours {
  readonly accompagnements: readonly RegleAccompagnement[];
  /** Of a référent whose rules say nothing. */
  readonly charge: ChargeReferent;
  /** Engagements that may be said not held. */
  readonly manquements: readonly NatureNommee[];
  /** Outcomes of a rendez-vous after which a manquement is proposed to the référent. */
  readonly absencesAExaminer: readonly string[];
  /** What may be mobilised around a training or a job. */
  readonly soutiens: readonly NatureNommee[];
}
