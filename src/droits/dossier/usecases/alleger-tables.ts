import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { baseVide, deposer } from "../db/allegement.ts";

/**
 * Before a first file: the tables lose what only pages read, for the time of the run.
 * True when the base had nobody: what this run did not write itself is not there to be looked for.
 */
export const allegerTables = defineUseCase({
  name: "dossier.alleger-tables",
  input: z.object({ autres: z.array(z.string()).readonly().default([]) }),
  droit: "flux:importer",
  nature: "ecriture",
  trace: null,
  async run({ tx }, { autres }) {
    if (!(await baseVide(tx))) return false;
    await deposer(tx, autres);
    return true;
  },
});
