import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type DossierDeclare, listerDeclaresDe } from "../db/suites-de-flux.ts";

/** The dossiers a file wrote. */
export const listerDossiersDeFlux = defineUseCase({
  name: "dossier.lister-dossiers-de-flux",
  input: z.object({
    integrationId: z.number().int(),
    apres: z.number().int().nullable(),
    limite: z.number().int().max(500),
  }),
  droit: "personne:lister",
  nature: "lecture",
  trace: null,
  run: ({ tx, agent }, demande): Promise<readonly DossierDeclare[]> =>
    listerDeclaresDe(tx, agent.portee, demande),
});
