import { ajouterJours } from "#commun/echeance";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatDate } from "#platform/ui/format.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { cloreAction, lireActions, verrouillerAction } from "../db/actions.ts";
import { fermerActionInput } from "../schemas.ts";
import { exigerAction } from "./exiger-action.ts";
import { actionFermee, actionsChangees } from "./faits.ts";
import { exigerVersion, refuser } from "./refus.ts";

/** An action closes once nobody is in it any more; nothing of its past goes. */
export const fermerAction = defineUseCase<typeof fermerActionInput, void>({
  name: "action.fermer",
  input: fermerActionInput,
  droit: "offre:tenir",
  nature: "ecriture",
  trace: ({ actionId, dernierJour, motif }) => ({
    objet: "action",
    objetId: actionId,
    details: { au: dernierJour, motif },
  }),
  async run(context, { actionId, version, dernierJour, motif }) {
    const { tx, tell } = context;
    await verrouillerAction(tx, actionId);
    const action = await exigerAction(context, actionId, { dansLaPortee: true });
    exigerVersion(action, version);
    const des = ajouterJours(dernierJour, 1);
    if (dernierJour < action.du) {
      refuser(
        "action.periode",
        "dernierJour",
        `L’action a commencé le ${formatDate(action.du)} : elle ne peut pas fermer avant.`,
      );
    }
    if (action.au !== null && action.au <= des) {
      throw new DomainError(
        "action.fermee",
        `« ${action.nom} » prend déjà fin le ${formatDate(ajouterJours(action.au, -1))}.`,
      );
    }
    const adossees = (await lireActions(tx, { le: des })).filter(
      ({ adosseeAId }) => adosseeAId === actionId,
    );
    if (adossees.length > 0) {
      throw new DomainError(
        "action.reference-attendue",
        `${adossees.map(({ nom }) => nom).join(", ")} s’adosse à cette action : fermez d’abord ce qui s’y adosse.`,
        { actions: adossees.map(({ id }) => id) },
      );
    }
    await tell(actionFermee, { actionId, nom: action.nom, des });
    await cloreAction(tx, actionId, { des, motif });
    await tell(actionsChangees, { actions: [actionId] });
  },
});
