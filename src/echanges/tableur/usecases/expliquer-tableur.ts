import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { retenirColonnes, retenirMots } from "../db/lexique.ts";
import { cleEntete } from "../domain/champs.ts";
import { expliquerInput } from "../schemas.ts";
import { exigerDepot } from "./cadre.ts";

/** What the columns and the words of an operator mean: said once, remembered for its next files. */
export const expliquerTableur = defineUseCase({
  name: "tableur.expliquer",
  input: expliquerInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: ({ depotId }) => ({ objet: "depot-tableur", objetId: depotId }),
  async run(context, { depotId, colonnes, actions, natures }) {
    const { depot, actions: connues } = await exigerDepot(context, depotId);
    const siennes = new Set(connues.map(({ id }) => id));
    await retenirColonnes(context.tx, depot.structureId, colonnes);
    await retenirMots(context.tx, depot.structureId, [
      ...actions
        .filter(({ actionId }) => siennes.has(actionId))
        .map(({ mot, actionId }) => ({
          champ: "action" as const,
          mot: cleEntete(mot),
          sens: String(actionId),
        })),
      ...natures.map(({ mot, nature }) => ({
        champ: "nature-sortie" as const,
        mot: cleEntete(mot),
        sens: nature,
      })),
    ]);
  },
});
