import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { deciderPaire, type Paire } from "../db/doublons.ts";
import { paireInput } from "../schemas.ts";
import { dejaDecide, exigerPaire } from "./comparer-paire.ts";

/** They are two persons: the pair is never proposed again. */
export const ecarterPaire = defineUseCase({
  name: "doublon.ecarter",
  input: paireInput,
  droit: "doublon:traiter",
  nature: "ecriture",
  trace: (_, { id, a, b }: Paire) => ({
    objet: "paire",
    objetId: id,
    personneId: a.id,
    details: { avec: b.id },
  }),
  async run({ tx, agent, now }, { paireId }): Promise<Paire> {
    const paire = await exigerPaire(tx, paireId, agent.portee);
    const ecartee = await deciderPaire(tx, {
      id: paireId,
      decision: "differentes",
      agentId: agent.id,
      le: now,
    });
    if (!ecartee) throw dejaDecide();
    return paire;
  },
});
