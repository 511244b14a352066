import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { unePopulation } from "../../../app/testing/orientation.ts";
import { aucunFait, lireFaits } from "../db/faits.ts";
import { echeancesOrientation } from "./echeances.ts";

testAvecBase(
  "les échéances d’une personne qui arrive sont celles que trouverait le calcul de tout le département",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    const ouvertes = await lignes(deps, "select personne_id from echeance");
    expect(ouvertes.length).toBeGreaterThanOrEqual(2);
    const bilan = await deps.base.transaction((tx) =>
      echeancesOrientation.recalculer(contextOf(deps, tx, unAgent())),
    );
    expect(bilan).toEqual({ ecrites: 0, eteintes: 0, ouvertes: ouvertes.length });
  },
);

testAvecBase("d’une personne dont rien n’est décidé, aucun fait n’est connu", async ({ deps }) => {
  const faits = await deps.base.transaction((tx) => lireFaits(tx, [1]));
  expect(faits).toEqual([{ personneId: 1, faits: aucunFait }]);
});
