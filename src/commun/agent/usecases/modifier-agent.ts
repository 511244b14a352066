import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type FicheAgent, modifierFiche } from "../db/agents.ts";
import { modifierAgentInput } from "../schemas.ts";

export const modifierAgent = defineUseCase<typeof modifierAgentInput, FicheAgent>({
  name: "agent.modifier",
  input: modifierAgentInput,
  droit: "agent:gerer",
  nature: "ecriture",
  trace: ({ id }) => ({ objet: "agent", objetId: id }),
  run: ({ tx }, fiche) => modifierFiche(tx, fiche),
});
