import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { deleteColonnes, upsertColonnes } from "../db/vues.ts";
import { exigerCompte } from "../domain/compte.ts";
import { retenirColonnesInput } from "../schemas.ts";

export const retenirColonnes = defineUseCase({
  name: "vue.retenir-colonnes",
  input: retenirColonnesInput,
  droit: null,
  nature: "ecriture",
  trace: null,
  async run({ tx, agent }, { liste, colonnes }): Promise<void> {
    const agentId = exigerCompte(agent);
    if (colonnes === null) await deleteColonnes(tx, liste, agentId);
    else await upsertColonnes(tx, liste, agentId, colonnes);
  },
});
