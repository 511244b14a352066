import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterChangementsDe, compterMouvementsDe } from "../db/suites-de-flux.ts";

/** What a file changed, in figures: persons by kind of movement, changes by field. Names nobody. */
export const compterSuitesDeFlux = defineUseCase({
  name: "dossier.compter-suites-de-flux",
  input: z.object({ integrationId: z.number().int() }),
  droit: "flux:lire",
  nature: "lecture",
  trace: null,
  async run({ tx }, { integrationId }) {
    return {
      mouvements: await compterMouvementsDe(tx, integrationId),
      changements: await compterChangementsDe(tx, integrationId),
    };
  },
});
