import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { ouvrir, proposer, unePopulation } from "../../../app/testing/orientation.ts";
import { compterOrientations } from "../usecases/compter-orientations.ts";
import { proposerOrientations } from "../usecases/proposer-orientations.ts";
import { refuserProposition } from "../usecases/reporter-proposition.ts";

const agent = unAgent();

testAvecBase(
  "ce qui est compté à proposer est ce qui est proposé : ni une autre, ni une renvoyée",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE", "BRUNO", "CHLOE"]);
    const attendues = await compterOrientations.execute(deps, agent, {});
    expect(attendues).toMatchObject({ aProposer: 3, renvoyees: 0 });
    const [alice] = await proposer(deps);
    await refuserProposition.execute(deps, agent, {
      propositionId: alice?.id ?? 0,
      version: alice?.version ?? 0,
      motif: "Diagnostic à refaire",
    });
    expect(await compterOrientations.execute(deps, agent, {})).toMatchObject({
      aProposer: 0,
      renvoyees: 1,
    });
    expect((await proposerOrientations.execute(deps, agent, {})).proposees).toBe(0);
  },
);
