import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { changerDepot, type Depot, lireDepot } from "../db/depots.ts";

/** The file kept for a run, for the process that will write it; null when there is nothing left to do. */
export const prendreDepot = defineUseCase({
  name: "flux-caf.prendre-depot",
  input: z.object({ integrationId: z.number().int() }),
  droit: "flux:importer",
  nature: "lecture",
  trace: null,
  run: ({ tx }, { integrationId }): Promise<Depot | null> => lireDepot(tx, integrationId),
});

/** Forgets the file of a run that has ended; gives its name, for the file itself to be removed. */
export const oublierDepot = defineUseCase({
  name: "flux-caf.oublier-depot",
  input: z.object({ integrationId: z.number().int() }),
  droit: "flux:importer",
  nature: "ecriture",
  // The end of the run is journaled by the run.
  trace: null,
  run: ({ tx }, { integrationId }) => changerDepot(tx, integrationId, null),
});
