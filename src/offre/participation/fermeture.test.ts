import { expect } from "vitest";
import { fermerAction } from "#offre/catalogue";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { entrer, unAccueil } from "../../app/testing/sejours.ts";

testAvecBase(
  "une action ne ferme pas avant la sortie de la dernière personne, et le refus dit combien y sont",
  async ({ deps }) => {
    const accueil = await unAccueil(deps);
    await entrer(accueil, accueil.personnes[0], "2026-09-01");
    await expect(
      fermerAction.execute(accueil.deps, unAgent(), {
        actionId: accueil.actionId,
        version: 1,
        dernierJour: "2026-10-31",
        motif: "Fin de la convention",
      }),
    ).rejects.toMatchObject({
      code: "action.presents",
      message: expect.stringContaining("1 personne est encore dans"),
    });
  },
);
