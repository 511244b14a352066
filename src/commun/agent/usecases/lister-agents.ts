import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type LigneAgent, pageAgents } from "../db/agents.ts";
import { listerAgentsInput } from "../schemas.ts";

const PAR_PAGE = 50;

export interface ListeAgents {
  readonly agents: readonly LigneAgent[];
  /** Where the next page starts; null on the last one. */
  readonly suite: number | null;
}

export const listerAgents = defineUseCase<typeof listerAgentsInput, ListeAgents>({
  name: "agent.lister",
  input: listerAgentsInput,
  droit: "agent:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, now }, filtre) {
    const trouves = await pageAgents(tx, { ...filtre, limite: PAR_PAGE + 1 }, civilDay(now));
    const agents = trouves.slice(0, PAR_PAGE);
    return { agents, suite: trouves.length > PAR_PAGE ? (agents.at(-1)?.id ?? null) : null };
  },
});
