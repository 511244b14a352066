import type { IssueRendezVous, MotifRendezVous, SuiteRendezVous } from "#commun/referentiel";

/** What this outcome calls for, when it is the nth of its kind in a row. */
export function suitesDe(
  motif: Pick<MotifRendezVous, "suites"> | undefined,
  issue: IssueRendezVous,
  rang: number,
): readonly SuiteRendezVous[] {
  const appelees = (motif?.suites ?? [])
    .filter((regle) => regle.issue === issue && regle.aPartirDe <= rang)
    .map(({ suite }) => suite);
  return [...new Set(appelees)];
}
