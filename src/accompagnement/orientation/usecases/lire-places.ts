import { z } from "zod";
import type { TypeOrientation } from "#commun/referentiel";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { cadreDuJour } from "./cadre.ts";
import { lireServices, type ServiceOuvert } from "./lire-file.ts";

interface PlacesDuTerritoire {
  readonly types: readonly TypeOrientation[];
  readonly services: readonly ServiceOuvert[];
}

/** What is left in a territory at this moment. */
export const lirePlaces = defineUseCase({
  name: "orientation.lire-places",
  input: z.object({ territoireId: z.number().int().positive().nullable() }),
  droit: "orientation:decider",
  nature: "lecture",
  trace: null,
  async run(context, { territoireId }): Promise<PlacesDuTerritoire> {
    return {
      types: cadreDuJour(context).regle.types,
      services: await lireServices(context, territoireId),
    };
  },
});
