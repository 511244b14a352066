import type { IssueRendezVous, SuiteRendezVous } from "#commun/referentiel";
import { defineFact } from "#platform/usecase/fact.ts";

export interface IssueConclue {
  readonly rendezVousId: number;
  readonly personneId: number;
  readonly motif: string;
  readonly statut: IssueRendezVous;
  /** Day of the meeting. */
  readonly le: string;
  readonly referentId: number | null;
  /** What the référentiel calls for after it. */
  readonly suites: readonly SuiteRendezVous[];
}

/** Meetings have been concluded: held, or somebody did not come. Each person of each meeting once. */
export const rendezVousConclus = defineFact<{ readonly issues: readonly IssueConclue[] }>(
  "agenda.rendez-vous-conclus",
);

/** Meetings have been taken, or moved to another time. */
export const rendezVousPris = defineFact<{ readonly rendezVous: readonly number[] }>(
  "agenda.rendez-vous-pris",
);

export const rendezVousAnnules = defineFact<{ readonly rendezVous: readonly number[] }>(
  "agenda.rendez-vous-annules",
);
