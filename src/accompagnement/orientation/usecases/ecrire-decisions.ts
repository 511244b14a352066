import type { Context } from "#platform/usecase/define-use-case.ts";
import {
  inscrireOrientations,
  type NouvelleOrientation,
  type OrientationEcrite,
} from "../db/orientations.ts";
import { cloreLesPropositions } from "../db/propositions.ts";
import { tenirAJour } from "./cadre.ts";

/** Writes decisions already judged, their proposals closed: one statement each, whatever the number. */
export async function ecrireDecisions(
  context: Context,
  le: string,
  nouvelles: readonly NouvelleOrientation[],
): Promise<readonly OrientationEcrite[]> {
  if (nouvelles.length === 0) return [];
  const { tx, agent } = context;
  const orientations = await inscrireOrientations(tx, nouvelles);
  await cloreLesPropositions(
    tx,
    nouvelles.flatMap(({ propositionId }) => propositionId ?? []),
    { etape: "decidee", code: null, motif: null, le, par: agent.id },
  );
  await tenirAJour(
    context,
    nouvelles.map(({ personneId }) => personneId),
  );
  return orientations;
}
