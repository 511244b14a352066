import type { Context, Trace } from "#platform/usecase/define-use-case.ts";
import {
  cloreLesPropositions,
  marquerARevoir,
  verrouillerPropositionsDe,
} from "../db/propositions.ts";
import { etapesPour } from "../domain/etapes.ts";
import { cadreDuJour, tenirAJour } from "./cadre.ts";
import { proposer } from "./proposer-orientations.ts";

/**
 * A validated diagnosis says more than what the matrix had weighed: what nobody can decide yet is proposed again.
 * What waits for a decision, transmitted or not as the circuit has it, is left to who decides, whose page must not
 * change under her eyes: it is said to be seen again.
 */
export async function reproposer(context: Context, personneId: number): Promise<void> {
  const { tx } = context;
  const aDecider = etapesPour("decider", cadreDuJour(context).regle.circuit);
  const enCours = await verrouillerPropositionsDe(tx, [personneId]);
  const ids = (attendDecision: boolean) =>
    enCours.filter(({ etape }) => aDecider.includes(etape) === attendDecision).map(({ id }) => id);
  await signalerARevoir(context, personneId, ids(true));
  await refaire(context, personneId, ids(false));
}

async function signalerARevoir(
  context: Context,
  personneId: number,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  await marquerARevoir(context.tx, ids, cadreDuJour(context).le);
  await noter(context, "orientation.signaler-a-revoir", { personneId, details: { aRevoir: ids } });
}

/**
 * Without the lock of the département, which a run for everybody may hold for long. The lock keeps two runs from
 * proposing to one person: here the row of the pending proposal is held, and until this transaction ends every run
 * reads that one as pending. Two runs may both see the last place: nobody holds it before the decision, which counts
 * again under the lock of the structure.
 */
async function refaire(
  context: Context,
  personneId: number,
  depassees: readonly number[],
): Promise<void> {
  if (depassees.length === 0) return;
  const { tx, agent } = context;
  await cloreLesPropositions(tx, depassees, {
    etape: "ecartee",
    le: cadreDuJour(context).le,
    par: agent.id,
    code: "diagnostic",
    motif: null,
  });
  await tenirAJour(context, [personneId]);
  const { proposees, versionMatrice, parDominante } = await proposer(context, {
    personnes: [personneId],
  });
  await noter(context, "orientation.reproposer", {
    personneId,
    details: {
      remplacees: depassees,
      nombre: proposees,
      version: versionMatrice,
      dominantes: parDominante,
    },
  });
}

/** Who validates a diagnosis has no right to propose: what it changes is written under its own name. */
function noter(
  { tx, agent, now, journal }: Context,
  acte: string,
  trace: Pick<Trace, "personneId" | "details">,
): Promise<void> {
  return journal(tx, { ...trace, acte, objet: "proposition", nature: "ecriture", agent, le: now });
}
