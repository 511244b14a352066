import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { orienter, ouvrir, unePopulation } from "../../../app/testing/orientation.ts";
import { compterOrientations } from "./compter-orientations.ts";

testAvecBase(
  "les comptes de tout le département suivent chaque écriture, où qu’elle soit faite",
  async ({ deps }) => {
    const compter = async () => {
      const { aProposer, orientees, aNotifier, rendezVousAFixer } =
        await compterOrientations.execute(deps, unAgent(), {});
      return [aProposer, orientees, aNotifier, rendezVousAFixer];
    };
    expect(await compter()).toEqual([0, 0, 0, 0]);
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    expect(await compter()).toEqual([2, 0, 0, 0]);
    await orienter(deps);
    expect(await compter()).toEqual([0, 2, 2, 2]);
    await lignes(deps, "update orientation set notifiee_le = decidee_le::date");
    expect(await compter()).toEqual([0, 2, 0, 2]);
    await lignes(deps, "update designation set annulee = true");
    expect(await compter()).toEqual([0, 2, 0, 0]);
  },
);
