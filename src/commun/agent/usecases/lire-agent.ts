import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type FicheAgent, trouverAgent } from "../db/agents.ts";
import { type Habilitation, habilitationsDe } from "../db/habilitations.ts";
import { lireAgentInput } from "../schemas.ts";

export interface DossierAgent {
  readonly fiche: FicheAgent;
  readonly habilitations: readonly Habilitation[];
}

export const lireAgent = defineUseCase<typeof lireAgentInput, DossierAgent>({
  name: "agent.lire",
  input: lireAgentInput,
  droit: "agent:lire",
  nature: "lecture",
  trace: null,
  run: async ({ tx, now }, { id }) => ({
    fiche: await trouverAgent(tx, id),
    habilitations: await habilitationsDe(tx, id, civilDay(now)),
  }),
});
