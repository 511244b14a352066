import { z } from "zod";
import { lireActions } from "#offre/catalogue";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type DepotCompte, lireDepots } from "../db/depots.ts";

export interface Operateur {
  readonly structureId: number;
  readonly nom: string;
  readonly actions: readonly { readonly id: number; readonly nom: string }[];
}

/** The operators whose stays the agent may write, and the last files they gave. */
export const listerTableurs = defineUseCase({
  name: "tableur.lister",
  input: z.object({}),
  droit: "participation:tenir",
  nature: "lecture",
  trace: null,
  async run({ tx, agent }): Promise<{
    readonly operateurs: readonly Operateur[];
    readonly depots: readonly DepotCompte[];
  }> {
    const actions = await lireActions(tx, { portee: agent.portee });
    const parStructure = Map.groupBy(actions, ({ structureId }) => structureId);
    const operateurs = [...parStructure].map(([structureId, siennes]) => ({
      structureId,
      nom: siennes[0]?.structure ?? "",
      actions: siennes.map(({ id, nom }) => ({ id, nom })),
    }));
    return { operateurs, depots: await lireDepots(tx, [...parStructure.keys()]) };
  },
});
