import type { Context } from "#platform/usecase/define-use-case.ts";
import {
  cloreLesPropositions,
  marquerARevoir,
  verrouillerPropositionsDe,
} from "../db/propositions.ts";
import { cadreDuJour, tenirAJour } from "./cadre.ts";
import { proposerOrientations } from "./proposer-orientations.ts";

/**
 * A validated diagnosis says more than what the matrix had weighed: what has not been sent for decision is proposed
 * again. What has been sent is left to who decides, whose page must not change under her eyes: it is said to be seen
 * again.
 */
export async function reproposer(context: Context, personneId: number): Promise<void> {
  const { tx, agent } = context;
  const { le } = cadreDuJour(context);
  const enCours = await verrouillerPropositionsDe(tx, [personneId]);
  const depassees = enCours.filter(({ etape }) => etape === "proposee");
  await marquerARevoir(
    tx,
    enCours.filter(({ etape }) => etape === "transmise").map(({ id }) => id),
    le,
  );
  if (depassees.length === 0) return;
  await cloreLesPropositions(
    tx,
    depassees.map(({ id }) => id),
    {
      etape: "ecartee",
      le,
      par: agent.id,
      code: "diagnostic",
      motif: null,
    },
  );
  await tenirAJour(context, [personneId]);
  await proposerOrientations.run(context, { personnes: [personneId] });
}
