import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { listerRejetsDe } from "../db/listes-du-flux.ts";
import { demandePage, enPage } from "../schemas.ts";

/** Rejects of a run, without the records themselves. */
export const listerRejets = defineUseCase({
  name: "flux-caf.lister-rejets",
  input: demandePage.extend({ code: z.string().nullable().default(null) }),
  droit: "flux:lire",
  nature: "lecture",
  trace: null,
  run: async ({ tx }, demande) =>
    enPage(
      await listerRejetsDe(tx, { ...demande, limite: demande.limite + 1 }),
      demande.limite,
      ({ id }) => id,
    ),
});
