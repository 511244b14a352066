import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type LigneChangement, listerChangementsDe } from "../db/suites-de-flux.ts";

/** What a file changed, field by field, before and after. */
export const listerChangementsDeFlux = defineUseCase({
  name: "dossier.lister-changements-de-flux",
  input: z.object({
    integrationId: z.number().int(),
    champ: z.string().nullable(),
    apres: z.number().int().nullable(),
    limite: z.number().int().max(500),
  }),
  droit: "personne:lister",
  nature: "lecture",
  trace: null,
  run: ({ tx, agent }, demande): Promise<readonly LigneChangement[]> =>
    listerChangementsDe(tx, agent.portee, demande),
});
