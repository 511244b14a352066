import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type AgentNomme, nomsDesAgents } from "../db/agents.ts";

const rien = z.object({});

/** Open accounts by name, to choose one. */
export const nommerAgents = defineUseCase<typeof rien, readonly AgentNomme[]>({
  name: "agent.nommer",
  input: rien,
  droit: "agent:lire",
  nature: "lecture",
  trace: null,
  run: ({ tx }) => nomsDesAgents(tx),
});
