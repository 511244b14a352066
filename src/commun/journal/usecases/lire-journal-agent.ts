import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lignesAgent } from "../db/journal.ts";
import { lireJournalAgentInput } from "../schemas.ts";
import { enPage, exigerDepartement, PAR_PAGE, type PageJournal } from "./page.ts";

export const lireJournalAgent = defineUseCase<typeof lireJournalAgentInput, PageJournal>({
  name: "journal.lire-agent",
  input: lireJournalAgentInput,
  droit: "journal:lire",
  nature: "lecture",
  trace: ({ agentId }) => ({ objet: "agent", objetId: agentId }),
  async run({ tx, agent }, { agentId, avant }) {
    exigerDepartement(agent);
    const lignes = await lignesAgent(tx, agentId, { avant, limite: PAR_PAGE + 1 });
    return enPage(tx, lignes, agentId);
  },
});
