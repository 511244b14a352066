import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { ouvrir, unePopulation } from "../../../app/testing/orientation.ts";
import { reprendreContrats } from "./reprendre-contrats.ts";

testAvecBase("mille contrats se reprennent en une fois, avec leurs échéances", async ({ deps }) => {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(
    deps,
    Array.from({ length: 1000 }, (_, rang) => `PERSONNE${rang}`),
  );
  const personnes = await lignes<{ id: number }>(deps, "select id from personne order by id");
  const { repris } = await reprendreContrats.execute(deps, unAgent(), {
    contrats: personnes.map(({ id }) => ({
      personneId: id,
      nature: "cer-social",
      signeLe: "2024-03-04",
      debut: "2024-03-04",
      jusqua: null,
    })),
  });
  expect(repris).toBe(1000);
  const [suite] = await lignes<{ echeances: number; connus: number }>(
    deps,
    `select (select count(*)::int from echeance where code = 'remplacer-contrat' and limite = '2027-01-01') as echeances,
       (select count(*)::int from situation_personne where contrat_nature = 'cer-social') as connus`,
  );
  expect(suite).toEqual({ echeances: 1000, connus: 1000 });
});
