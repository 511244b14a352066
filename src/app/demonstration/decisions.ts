import {
  deciderEnLot,
  deciderOrientation,
  reporterProposition,
  transmettrePropositions,
} from "#accompagnement/orientation";
import { type Circuit, type EnCours, siPossible } from "./circuit.ts";

/** What the circuit refuses to transmit waits for its missing pieces. */
export async function transmettre(circuit: Circuit, jour: string): Promise<void> {
  if (!circuit.regle.circuit.transmission) return;
  const propositions = (await circuit.propositions())
    .filter(({ proposition }) => proposition.etape === "proposee" && proposition.le < jour)
    .map(({ proposition }) => proposition.id);
  if (propositions.length > 0) await circuit.faire(transmettrePropositions, jour, { propositions });
}

/** Decided as they are; returns whom that oriented. */
export async function accepter(
  circuit: Circuit,
  jour: string,
  cas: readonly EnCours[],
): Promise<readonly number[]> {
  if (cas.length === 0) return [];
  const { refusees } = await circuit.faire(deciderEnLot, jour, {
    propositions: cas.map(({ proposition: { id, version } }) => ({ id, version })),
  });
  const refus = new Set(refusees.map(({ propositionId }) => propositionId));
  return cas
    .filter(({ proposition }) => !refus.has(proposition.id))
    .map(({ proposition }) => proposition.personneId);
}

export function reporter(
  circuit: Circuit,
  jour: string,
  { proposition: { id: propositionId, version } }: EnCours,
  jusquAu: string,
): Promise<boolean> {
  const motif = "Hospitalisation en cours, signalée par l’assistante sociale";
  return siPossible(
    circuit.faire(reporterProposition, jour, { propositionId, version, jusquAu, motif }),
  );
}

/** The responsable keeps the structure and lets it name the référent itself. */
export function ecarter(
  circuit: Circuit,
  jour: string,
  { proposition: { id: propositionId, version } }: EnCours,
  motif: string,
): Promise<boolean> {
  const saisie = { propositionId, version, referentId: null, motif };
  return siPossible(circuit.faire(deciderOrientation, jour, saisie));
}
