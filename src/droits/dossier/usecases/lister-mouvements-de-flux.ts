import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type LigneMouvement, listerMouvementsDe } from "../db/suites-de-flux.ts";

/** The persons a file moved, by name. */
export const listerMouvementsDeFlux = defineUseCase({
  name: "dossier.lister-mouvements-de-flux",
  input: z.object({
    integrationId: z.number().int(),
    nature: z.string().nullable(),
    apres: z.number().int().nullable(),
    limite: z.number().int().max(500),
  }),
  droit: "personne:lister",
  nature: "lecture",
  // A list opens nobody's file.
  trace: null,
  run: ({ tx, agent }, demande): Promise<readonly LigneMouvement[]> =>
    listerMouvementsDe(tx, agent.portee, demande),
});
