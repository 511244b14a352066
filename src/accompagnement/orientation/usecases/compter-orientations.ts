import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type ComptesDuParcours, compterParcours } from "../db/comptes.ts";
import { etapesPour } from "../domain/etapes.ts";
import { cadreDuJour } from "./cadre.ts";

/** Where everybody of the agent’s perimeter is on the way to an orientation. */
export const compterOrientations = defineUseCase({
  name: "orientation.compter",
  input: z.object({}),
  droit: "orientation:lire",
  nature: "lecture",
  trace: null,
  run(context): Promise<ComptesDuParcours> {
    const { le, regle } = cadreDuJour(context);
    return compterParcours(context.tx, {
      portee: context.agent.portee,
      etapes: etapesPour("decider", regle.circuit),
      transmission: regle.circuit.transmission,
      le,
    });
  },
});
