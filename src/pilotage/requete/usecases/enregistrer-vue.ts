import { defineUseCase, requireDroit } from "#platform/usecase/define-use-case.ts";
import { upsertVue } from "../db/vues.ts";
import { exigerCompte } from "../domain/compte.ts";
import { enregistrerVueInput } from "../schemas.ts";

export const enregistrerVue = defineUseCase({
  name: "vue.enregistrer",
  input: enregistrerVueInput,
  droit: null,
  nature: "ecriture",
  trace: ({ liste, partagee }, id: number) => ({
    objet: "vue",
    objetId: id,
    details: { liste, partagee },
  }),
  async run({ tx, agent, now }, vue): Promise<number> {
    const auteurId = exigerCompte(agent);
    if (vue.partagee) requireDroit(agent, "vue:partager");
    return upsertVue(tx, { ...vue, auteurId, auteurNom: agent.nom, le: now });
  },
});
