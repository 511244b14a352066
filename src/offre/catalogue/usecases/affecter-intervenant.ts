import { ajouterJours } from "#commun/echeance";
import { lireEquipe } from "#commun/structure";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { verrouillerAction } from "../db/actions.ts";
import { dejaIntervenant, insererIntervenant, tempsAffecte } from "../db/intervenants.ts";
import { affecterIntervenantInput } from "../schemas.ts";
import { exigerAction } from "./exiger-action.ts";
import { exigerJours, refuser } from "./refus.ts";

interface Affectation {
  readonly id: number;
  /** Her time in all actions that day: more than a full time is said, not refused. */
  readonly total: number;
}

/** Somebody of the operator works in the action, for a part of her time. */
export const affecterIntervenant = defineUseCase<typeof affecterIntervenantInput, Affectation>({
  name: "action.affecter-intervenant",
  input: affecterIntervenantInput,
  droit: "offre:tenir",
  nature: "ecriture",
  trace: ({ actionId, referentId, mission, etp, du }) => ({
    objet: "action",
    objetId: actionId,
    details: { referentId, mission, etp, du },
  }),
  async run(context, { actionId, referentId, mission, etp, du, dernierJour }) {
    const { tx } = context;
    await verrouillerAction(tx, actionId);
    const action = await exigerAction(context, actionId, { dansLaPortee: true });
    exigerJours(action, { du, dernierJour });
    const equipe = await lireEquipe(tx, [action.structureId], {
      debut: du,
      fin: ajouterJours(du, 1),
    });
    if (!equipe.some(({ id }) => id === referentId)) {
      refuser(
        "action.intervenant-etranger",
        "referentId",
        `Cet intervenant ne travaille pas chez ${action.structure} ce jour-là : choisissez quelqu’un de son équipe.`,
      );
    }
    const fin = dernierJour === null ? action.au : ajouterJours(dernierJour, 1);
    const au = action.au !== null && fin !== null && fin > action.au ? action.au : fin;
    if (await dejaIntervenant(tx, { actionId, referentId }, { du, au })) {
      refuser(
        "action.intervenant-deja",
        "referentId",
        "Cette personne intervient déjà dans l’action à ces dates.",
      );
    }
    const id = await insererIntervenant(tx, { actionId, referentId, mission, etp, du, au });
    return { id, total: await tempsAffecte(tx, referentId, du) };
  },
});
