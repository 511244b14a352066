import type { Tx } from "#platform/db/tx.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lignesPersonne } from "../db/journal.ts";
import { lireJournalPersonneInput } from "../schemas.ts";
import { enPage, exigerDepartement, PAR_PAGE, type PageJournal } from "./page.ts";

/** The numbers under which one human was ever known, given by the module that merges files. */
export type FichesReunies = (tx: Tx, personneId: number) => Promise<readonly number[]>;

/** What was read and done of one human, whichever of her files it was written under. */
export const journalDePersonne = (fichesReunies: FichesReunies) =>
  defineUseCase<typeof lireJournalPersonneInput, PageJournal>({
    name: "journal.lire-personne",
    input: lireJournalPersonneInput,
    droit: "journal:lire",
    nature: "lecture",
    trace: ({ personneId }) => ({ objet: "journal", objetId: personneId, personneId }),
    async run({ tx, agent }, { personneId, avant }) {
      exigerDepartement(agent);
      const fiches = await fichesReunies(tx, personneId);
      const demandee = { avant, limite: PAR_PAGE + 1 };
      return enPage(tx, await lignesPersonne(tx, [...new Set([personneId, ...fiches])], demandee));
    },
  });
