import type { Context } from "#platform/usecase/define-use-case.ts";
import {
  cloreLesPropositions,
  marquerARevoir,
  verrouillerPropositionsDe,
} from "../db/propositions.ts";
import { etapesPour } from "../domain/etapes.ts";
import { cadreDuJour, tenirAJour } from "./cadre.ts";
import { proposerOrientations } from "./proposer-orientations.ts";

/**
 * A validated diagnosis says more than what the matrix had weighed: what nobody can decide yet is proposed again.
 * What waits for a decision, transmitted or not as the circuit has it, is left to who decides, whose page must not
 * change under her eyes: it is said to be seen again.
 */
export async function reproposer(context: Context, personneId: number): Promise<void> {
  const { tx, agent } = context;
  const { le, regle } = cadreDuJour(context);
  const aDecider = etapesPour("decider", regle.circuit);
  const enCours = await verrouillerPropositionsDe(tx, [personneId]);
  const depassees = enCours.filter(({ etape }) => !aDecider.includes(etape));
  await marquerARevoir(
    tx,
    enCours.filter(({ etape }) => aDecider.includes(etape)).map(({ id }) => id),
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
