import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireDepotsEnCours } from "../db/depots.ts";

/** Runs put down by a page and not ended. */
export const listerDepots = defineUseCase({
  name: "flux-caf.lister-depots",
  input: z.object({}),
  droit: "flux:importer",
  nature: "lecture",
  trace: null,
  run: ({ tx }) => lireDepotsEnCours(tx),
});
