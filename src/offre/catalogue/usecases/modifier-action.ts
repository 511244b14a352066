import { nomsDesTerritoires, territoireDesCommunes } from "#droits/territoire";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireAction, verrouillerAction } from "../db/actions.ts";
import { ecrireDessertes } from "../db/dessertes.ts";
import { modifierActionInput } from "../schemas.ts";
import { exigerAction } from "./exiger-action.ts";
import { actionsChangees } from "./faits.ts";
import { exigerVersion } from "./refus.ts";
import { exigerCommunesDuTerritoire } from "./regles-ouverture.ts";

/** What is said of an action and may change: its name, where it receives, which communes it serves. */
export const modifierAction = defineUseCase<typeof modifierActionInput, void>({
  name: "action.modifier",
  input: modifierActionInput,
  droit: "offre:tenir",
  nature: "ecriture",
  trace: ({ actionId, nom }) => ({ objet: "action", objetId: actionId, details: { nom } }),
  async run(context, { actionId, version, communes, ...fiche }) {
    const { tx, now, tell } = context;
    await verrouillerAction(tx, actionId);
    const action = await exigerAction(context, actionId, { dansLaPortee: true });
    exigerVersion(action, version);
    if (communes.length > 0) {
      const noms = await nomsDesTerritoires(tx);
      exigerCommunesDuTerritoire(await territoireDesCommunes(tx, civilDay(now)), {
        codes: communes.map(({ codeCommune }) => codeCommune),
        territoireId: action.territoireId,
        territoire: noms.find(({ id }) => id === action.territoireId)?.nom ?? "",
      });
    }
    await ecrireAction(tx, actionId, fiche);
    await ecrireDessertes(tx, actionId, communes);
    await tell(actionsChangees, { actions: [actionId] });
  },
});
