import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { listerDossiersAbsents } from "../db/listes-du-flux.ts";
import { demandePage, enPage } from "../schemas.ts";

/** Open dossiers a monthly file did not name. */
export const listerAbsents = defineUseCase({
  name: "flux-caf.lister-absents",
  input: demandePage,
  droit: "flux:lire",
  nature: "lecture",
  trace: null,
  run: async ({ tx }, demande) =>
    enPage(
      await listerDossiersAbsents(tx, { ...demande, limite: demande.limite + 1 }),
      demande.limite,
      (id) => id,
    ),
});
