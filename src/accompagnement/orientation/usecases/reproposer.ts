import type { Context } from "#platform/usecase/define-use-case.ts";
import { cloreLesPropositions, verrouillerPropositionsDe } from "../db/propositions.ts";
import { cadreDuJour, tenirAJour } from "./cadre.ts";
import { proposerOrientations } from "./proposer-orientations.ts";

/**
 * A validated diagnosis says more than what the matrix had weighed: what has not been sent for decision is proposed
 * again. What has been sent is left to who decides, whose page must not change under her eyes.
 */
export async function reproposer(context: Context, personneId: number): Promise<void> {
  const { tx, agent } = context;
  const depassees = (await verrouillerPropositionsDe(tx, [personneId])).filter(
    ({ etape }) => etape === "proposee",
  );
  if (depassees.length === 0) return;
  await cloreLesPropositions(
    tx,
    depassees.map(({ id }) => id),
    {
      etape: "ecartee",
      le: cadreDuJour(context).le,
      par: agent.id,
      code: "diagnostic",
      motif: null,
    },
  );
  await tenirAJour(context, [personneId]);
  await proposerOrientations.run(context, { personnes: [personneId] });
}
