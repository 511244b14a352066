import type { RegleOrientation } from "#commun/referentiel";
import type { PersonnePresente } from "#droits/dossier";
import type { Context } from "#platform/usecase/define-use-case.ts";
import type { NouvelleOrientation } from "../db/orientations.ts";
import type { Proposition } from "../db/propositions.ts";
import type { Decision } from "../domain/decider.ts";
import { regimeAu } from "../domain/regime.ts";

interface Jugee {
  readonly le: string;
  readonly regle: RegleOrientation;
  readonly proposition: Proposition;
  readonly present: PersonnePresente;
  readonly decision: Decision;
}

/** The regime is the one of the day of the decision, whatever it was when the matrix proposed. */
export function decisionEcrite(
  { agent }: Context,
  { le, regle, proposition, present, decision }: Jugee,
): NouvelleOrientation {
  return {
    personneId: proposition.personneId,
    dossierId: present.dossierId,
    type: decision.type.code,
    dominante: decision.type.dominante,
    structureId: decision.structureId,
    referentId: decision.referentId,
    origine: "initiale",
    regime: regimeAu(le).code,
    le,
    par: agent.id,
    decideur: regle.circuit.decideur,
    motifEcart: decision.motifEcart,
    propositionId: proposition.id,
    demandeId: null,
  };
}
