import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lignesPersonne } from "../db/journal.ts";
import { lireJournalPersonneInput } from "../schemas.ts";
import { enPage, exigerDepartement, PAR_PAGE, type PageJournal } from "./page.ts";

export const lireJournalPersonne = defineUseCase<typeof lireJournalPersonneInput, PageJournal>({
  name: "journal.lire-personne",
  input: lireJournalPersonneInput,
  droit: "journal:lire",
  nature: "lecture",
  trace: ({ personneId }) => ({ objet: "journal", objetId: personneId, personneId }),
  async run({ tx, agent }, { personneId, avant }) {
    exigerDepartement(agent);
    return enPage(tx, await lignesPersonne(tx, personneId, { avant, limite: PAR_PAGE + 1 }));
  },
});
