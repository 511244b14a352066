import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { updatePartage } from "../db/vues.ts";
import { exigerCompte, exigerTrouvee } from "../domain/compte.ts";
import { partagerVueInput } from "../schemas.ts";

export const partagerVue = defineUseCase({
  name: "vue.partager",
  input: partagerVueInput,
  droit: "vue:partager",
  nature: "ecriture",
  trace: ({ id, partagee }) => ({ objet: "vue", objetId: id, details: { partagee } }),
  async run({ tx, agent }, { id, partagee }): Promise<void> {
    exigerTrouvee(await updatePartage(tx, id, exigerCompte(agent), partagee));
  },
});
