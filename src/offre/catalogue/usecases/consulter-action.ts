import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import type { ActionLue } from "../db/actions.ts";
import { type DesserteLue, dessertesDe } from "../db/dessertes.ts";
import { type Intervenant, lireIntervenants } from "../db/intervenants.ts";
import { type LieuAction, lireLieu } from "../db/lieux.ts";
import { type PlacesDites, placesDites } from "../db/places.ts";
import { consulterActionInput } from "../schemas.ts";
import { exigerAction } from "./exiger-action.ts";

/** An action as everybody of the network may know it: nobody who is in it. */
export interface ActionConsultee {
  readonly le: string;
  readonly action: ActionLue;
  readonly lieu: LieuAction;
  readonly places: readonly PlacesDites[];
  readonly dessertes: readonly DesserteLue[];
  readonly intervenants: readonly Intervenant[];
}

export const consulterAction = defineUseCase<typeof consulterActionInput, ActionConsultee>({
  name: "action.consulter",
  input: consulterActionInput,
  droit: "offre:lire",
  nature: "lecture",
  trace: null,
  async run(context, { actionId }) {
    const { tx, now } = context;
    return {
      le: civilDay(now),
      action: await exigerAction(context, actionId),
      lieu: await lireLieu(tx, actionId),
      places: await placesDites(tx, actionId),
      dessertes: await dessertesDe(tx, actionId),
      intervenants: await lireIntervenants(tx, [actionId]),
    };
  },
});
