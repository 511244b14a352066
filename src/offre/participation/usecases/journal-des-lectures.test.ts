import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { entrer, unAccueil, uneSortie } from "../../../app/testing/sejours.ts";
import { consulterParticipants, lireAArbitrer } from "./consulter.ts";
import { sortirDAction } from "./sortir-d-action.ts";

const agent = unAgent();

testAvecBase(
  "lire qui est dans une action, ou les sorties à arbitrer, s’inscrit au journal par personne",
  async ({ deps }) => {
    const accueil = await unAccueil(deps);
    const [alice = 0, bea = 0] = accueil.personnes;
    const premier = await entrer(accueil, bea, "2026-09-01");
    await sortirDAction.execute(
      accueil.deps,
      agent,
      uneSortie(premier, "2026-10-01", {
        nature: "cdd",
        debut: "2026-10-02",
        fin: "2027-04-01",
      }),
    );
    await entrer(accueil, bea, "2026-10-10");
    await entrer(accueil, alice, "2026-10-10");
    await consulterParticipants.execute(accueil.deps, agent, { actionId: accueil.actionId });
    await lireAArbitrer.execute(accueil.deps, agent, {});
    const lues = await lignes<{ acte: string; details: { personnes?: readonly number[] } }>(
      deps,
      "select acte, details from journal where nature = 'lecture' order by id",
    );
    expect(
      lues.map(({ acte, details }) => [acte, details.personnes?.toSorted((a, b) => a - b)]),
    ).toEqual([
      ["participation.consulter-participants", [alice, bea].toSorted((a, b) => a - b)],
      ["participation.lire-a-arbitrer", [bea]],
    ]);
  },
);
