import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { deleteVue } from "../db/vues.ts";
import { exigerCompte, exigerTrouvee } from "../domain/compte.ts";
import { supprimerVueInput } from "../schemas.ts";

export const supprimerVue = defineUseCase({
  name: "vue.supprimer",
  input: supprimerVueInput,
  droit: null,
  nature: "ecriture",
  trace: ({ id }) => ({ objet: "vue", objetId: id }),
  async run({ tx, agent }, { id }): Promise<void> {
    exigerTrouvee(await deleteVue(tx, id, exigerCompte(agent)));
  },
});
