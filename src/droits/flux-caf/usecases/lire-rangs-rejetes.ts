import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireRangs } from "../db/rejets.ts";
import { REFUSE_PAR_LA_BASE } from "./integrer-lot.ts";

/** Records already rejected for what they say, for the run that is taken up. */
export const lireRangsRejetes = defineUseCase({
  name: "flux-caf.lire-rangs-rejetes",
  input: z.object({ integrationId: z.number().int() }),
  droit: "flux:importer",
  nature: "lecture",
  trace: null,
  async run({ tx }, { integrationId }): Promise<ReadonlySet<number>> {
    return new Set(await lireRangs(tx, integrationId, REFUSE_PAR_LA_BASE));
  },
});
