import { z } from "zod";
import { lireOffre } from "#commun/structure";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type LotSansDifficulte, lireSansDifficulte as lireLots } from "../db/file.ts";
import { lireCharges } from "../db/places.ts";
import { etapesPour } from "../domain/etapes.ts";
import { Places } from "../domain/offre.ts";
import { libelleType } from "../domain/types.ts";
import { cadreDuJour } from "./cadre.ts";

export interface LotPropose extends LotSansDifficulte {
  readonly structure: string;
  readonly libelle: string;
  readonly reste: number | null;
}

/** What can be accepted at one go, by structure and type, beside the places each has left. */
export const lireSansDifficulte = defineUseCase({
  name: "orientation.lire-sans-difficulte",
  input: z.object({}),
  droit: "orientation:decider",
  nature: "lecture",
  trace: null,
  async run(context): Promise<readonly LotPropose[]> {
    const { tx, agent } = context;
    const { le, regle } = cadreDuJour(context);
    const offre = await lireOffre(tx, le);
    const places = new Places(offre, await lireCharges(tx));
    const lots = await lireLots(tx, {
      portee: agent.portee,
      etapes: etapesPour("decider", regle.circuit),
      le,
    });
    return lots.map((lot) => {
      const service = places
        .tousLesServices(lot.type)
        .find(({ structureId }) => structureId === lot.structureId);
      return {
        ...lot,
        structure: service?.nom ?? "Structure fermée",
        libelle: libelleType(regle.types, lot.type),
        reste: service ? places.reste(service) : 0,
      };
    });
  },
});
