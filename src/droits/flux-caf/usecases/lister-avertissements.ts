import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { listerAvertissementsDe } from "../db/listes-du-flux.ts";
import { demandePage, enPage } from "../schemas.ts";

/** Warnings of a run: dossiers written all the same. */
export const listerAvertissements = defineUseCase({
  name: "flux-caf.lister-avertissements",
  input: demandePage.extend({ code: z.string().nullable().default(null) }),
  droit: "flux:lire",
  nature: "lecture",
  trace: null,
  run: async ({ tx }, demande) =>
    enPage(
      await listerAvertissementsDe(tx, { ...demande, limite: demande.limite + 1 }),
      demande.limite,
      ({ id }) => id,
    ),
});
