import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterPairesAExaminer } from "../db/suites-de-flux.ts";

/** Pairs of persons that may be one, waiting for a decision. */
export const compterDoublons = defineUseCase({
  name: "dossier.compter-doublons",
  input: z.object({}),
  droit: "doublon:traiter",
  nature: "lecture",
  trace: null,
  run: ({ tx }) => compterPairesAExaminer(tx),
});
