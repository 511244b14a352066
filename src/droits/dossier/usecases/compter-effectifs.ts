import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterEffectifs as compter, type Effectifs } from "../db/suites-de-flux.ts";

/** Bénéficiaires, and those whose file is incomplete, within what the reader may see. */
export const compterEffectifs = defineUseCase({
  name: "dossier.compter-effectifs",
  input: z.object({}),
  droit: "personne:lister",
  nature: "lecture",
  trace: null,
  run: ({ tx, agent }): Promise<Effectifs> => compter(tx, agent.portee),
});
