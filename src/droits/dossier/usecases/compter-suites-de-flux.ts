import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterChangementsDe, compterMouvementsDe } from "../db/suites-de-flux.ts";

/** What a file changed, in figures, among those the reader may see: persons by kind of movement, changes by field. Names nobody. */
export const compterSuitesDeFlux = defineUseCase({
  name: "dossier.compter-suites-de-flux",
  input: z.object({ integrationId: z.number().int() }),
  droit: "flux:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, agent }, { integrationId }) {
    return {
      mouvements: await compterMouvementsDe(tx, agent.portee, integrationId),
      changements: await compterChangementsDe(tx, agent.portee, integrationId),
    };
  },
});
