import type { RegleParcours } from "#commun/referentiel";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { proposerAbsences } from "../db/manquements.ts";
import { cadreDuJour } from "./cadre.ts";

/** What the agenda tells of one meeting and one person. */
interface IssueDite {
  readonly rendezVousId: number;
  readonly personneId: number;
  readonly motif: string;
  readonly statut: string;
  readonly le: string;
  readonly referentId: number | null;
  readonly suites: readonly string[];
}

/** Where the référentiel calls for it, the absence is put before the référent: nothing is reported by itself. */
export async function proposerLesAbsences(
  context: Context,
  issues: readonly IssueDite[],
): Promise<void> {
  const { le, regles } = cadreDuJour(context);
  const aExaminer = issues.filter((issue) => appelleUnExamen(issue, regles));
  if (aExaminer.length === 0) return;
  await proposerAbsences(context.tx, aExaminer, le);
}

function appelleUnExamen(
  { statut, suites }: IssueDite,
  { absencesAExaminer }: RegleParcours,
): boolean {
  return absencesAExaminer.includes(statut) && suites.includes("proposer-manquement");
}
