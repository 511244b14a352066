import { expect, vi } from "vitest";
import { KeptCounts, readVersion } from "#platform/db/kept-counts.ts";
import { testAvecBase, testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import {
  agentDe,
  avecTerritoires,
  declarer,
  lignes,
} from "../../../app/testing/foyers-inscrits.ts";
import { compterEffectifs } from "./compter-effectifs.ts";

const bea = unFoyerDeclare({
  numeroDemande: "80000000002",
  personnes: [unePersonneDeclaree({ prenom: "BEA", nir: null, dateNaissance: "1999-05-05" })],
});

testAvecBase("les effectifs suivent chaque écriture, dans chaque périmètre", async ({ deps }) => {
  const territoire = await avecTerritoires(deps);
  const compter = async (agent = unAgent()) =>
    (await compterEffectifs.execute(deps, agent, {})).beneficiaires;
  expect(await compter()).toBe(0);
  await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
  expect(await compter()).toBe(1);
  await declarer(deps, "2026-10-31", [unFoyerDeclare(), bea]);
  expect(await compter()).toBe(2);
  expect(await compter(agentDe([territoire("Amiens")]))).toBe(2);
  expect(await compter(agentDe([]))).toBe(0);
  await lignes(deps, "update situation_personne set beneficiaire = false");
  expect(await compter()).toBe(0);
  expect(await compter(agentDe([territoire("Amiens")]))).toBe(0);
});

testAvecBase(
  "un chiffre n’est pas recompté tant que rien ne s’écrit, et l’est dès qu’une ligne change",
  async ({ base, deps }) => {
    await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
    const gardes = new KeptCounts<number>();
    const compter = vi.fn(() => Promise.resolve(1));
    const lire = () => base.transaction((tx) => gardes.read(tx, "essai", compter));
    await lire();
    await lire();
    expect(compter).toHaveBeenCalledTimes(1);
    for (const ecriture of [
      "update situation_personne set nb_manquants = nb_manquants + 1",
      "delete from mouvement",
      "delete from changement",
    ]) {
      await lignes(deps, ecriture);
      await lire();
    }
    expect(compter).toHaveBeenCalledTimes(4);
  },
);

testAvecBase("un compte qui échoue n’est pas gardé pour les autres", async ({ base }) => {
  const gardes = new KeptCounts<number>();
  const lire = (compter: () => Promise<number>) =>
    base.transaction((tx) => gardes.read(tx, "essai", compter));
  await expect(lire(() => Promise.reject(new Error("coupée")))).rejects.toThrow("coupée");
  const compter = vi.fn(() => Promise.resolve(3));
  expect([await lire(compter), await lire(compter)]).toEqual([3, 3]);
  expect(compter).toHaveBeenCalledTimes(1);
});

testAvecInstance(
  "deux écritures à la fois ne s’attendent pas, et chacune change la version quand elle est validée",
  async ({ base, deps }) => {
    await declarer(deps, "2026-09-30", [unFoyerDeclare(), bea]);
    const version = async () => (await base.transaction(readVersion)).version ?? "";
    const ecrire = (prenom: string) =>
      `update situation_personne set nb_manquants = 9 where prenom = '${prenom}'`;
    const avant = await version();
    let milieu = "";
    await base.transaction(async (tx) => {
      await tx.query(ecrire("ALICE"));
      await base.transaction((autre) => autre.query(ecrire("BEA")));
      milieu = await version();
    });
    const apres = await version();
    expect(new Set([avant, milieu, apres]).size).toBe(3);
  },
);
