import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterPaires } from "../db/doublons.ts";

/** Pairs of persons that may be one, waiting for a decision, among those the reader may see. */
export const compterDoublons = defineUseCase({
  name: "dossier.compter-doublons",
  input: z.object({}),
  droit: "doublon:traiter",
  nature: "lecture",
  trace: null,
  run: ({ tx, agent }) => compterPaires(tx, agent.portee),
});
