import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type DossierNomme, nommerDossiersDe } from "../db/suites-de-flux.ts";

/** Dossiers by their first adult, those outside the reader's perimeter left out. */
export const nommerDossiers = defineUseCase({
  name: "dossier.nommer-dossiers",
  input: z.object({ dossiers: z.array(z.number().int()).max(500) }),
  droit: "personne:lister",
  nature: "lecture",
  trace: null,
  run: ({ tx, agent }, { dossiers }): Promise<readonly DossierNomme[]> =>
    nommerDossiersDe(tx, agent.portee, dossiers),
});
