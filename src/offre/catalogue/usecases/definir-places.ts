import { ajouterJours } from "#commun/echeance";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { noterVersion, verrouillerAction } from "../db/actions.ts";
import { ecrirePlaces, placesDites } from "../db/places.ts";
import { direPlaces } from "../domain/places.ts";
import { definirPlacesInput } from "../schemas.ts";
import { exigerAction } from "./exiger-action.ts";
import { actionsChangees } from "./faits.ts";
import { exigerJours, exigerPlaces } from "./refus.ts";

/** Places agreed from a day; until a last day, what was agreed before comes back after it. */
export const definirPlaces = defineUseCase<typeof definirPlacesInput, void>({
  name: "action.definir-places",
  input: definirPlacesInput,
  droit: "offre:tenir",
  nature: "ecriture",
  trace: ({ actionId, places, du, dernierJour }) => ({
    objet: "action",
    objetId: actionId,
    details: { places, du, au: dernierJour },
  }),
  async run(context, { actionId, places, placesQuartiers, du, dernierJour, texte }) {
    const { tx, agent, now, tell } = context;
    await verrouillerAction(tx, actionId);
    const action = await exigerAction(context, actionId, { dansLaPortee: true });
    exigerJours(action, { du, dernierJour });
    exigerPlaces({ places, placesQuartiers });
    const fin = dernierJour === null ? null : ajouterJours(dernierJour, 1);
    const au = action.au !== null && (fin === null || fin > action.au) ? action.au : fin;
    const dites = direPlaces(await placesDites(tx, actionId), {
      places,
      placesQuartiers,
      du,
      au,
      texte,
      definieLe: civilDay(now),
      definiePar: agent.id,
    });
    await ecrirePlaces(tx, actionId, dites);
    await noterVersion(tx, actionId);
    await tell(actionsChangees, { actions: [actionId] });
  },
});
