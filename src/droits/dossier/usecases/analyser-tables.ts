import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { analyserPendantImport } from "../db/entretien.ts";

/** Tells the planner what a first import has written so far. */
export const analyserTables = defineUseCase({
  name: "dossier.analyser-tables",
  input: z.object({}),
  droit: "flux:importer",
  nature: "ecriture",
  trace: null,
  run: ({ tx }) => analyserPendantImport(tx),
});
