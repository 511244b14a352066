import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { readColonnes, readVues, type Vue } from "../db/vues.ts";
import { listerVuesInput } from "../schemas.ts";

interface VuesDeListe {
  readonly vues: readonly Vue[];
  /** The columns the agent keeps in this list; `null` for the usual ones. */
  readonly colonnes: readonly string[] | null;
}

export const listerVues = defineUseCase({
  name: "vue.lister",
  input: listerVuesInput,
  droit: null,
  nature: "lecture",
  trace: null,
  async run({ tx, agent }, { liste }): Promise<VuesDeListe> {
    return {
      vues: await readVues(tx, liste, agent.id),
      colonnes: await readColonnes(tx, liste, agent.id),
    };
  },
});
