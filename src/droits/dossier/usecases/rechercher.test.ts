import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { cleNir } from "../domain/nir.ts";
import { agentDe, avecTerritoires, declarer, lignes } from "../testing/foyers-inscrits.ts";
import { rechercher } from "./rechercher.ts";

async function troisFoyers(deps: Deps): Promise<void> {
  const foyer = (
    numeroDemande: string,
    matricule: string,
    champs: Parameters<typeof unePersonneDeclaree>[0],
  ) =>
    unFoyerDeclare({
      numeroDemande,
      organisme: { famille: "CAF", numero: "801", matricule },
      personnes: [unePersonneDeclaree(champs)],
    });
  await declarer(deps, "2026-09-30", [
    foyer("80000000001", "111111100000000", {
      nom: "MARTIN",
      nomNaissance: "LEFÈVRE",
      prenom: "SOPHIE",
      nir: "2850480021001",
    }),
    foyer("80000000002", "222222200000000", {
      nom: "MARTINEZ",
      nomNaissance: null,
      prenom: "HÉLÈNE",
      nir: null,
      dateNaissance: "1990-02-03",
    }),
    foyer("80000000003", "333333300000000", {
      nom: "DUPONT",
      nomNaissance: null,
      prenom: "JEAN-PIERRE",
      nir: "1850480021002",
      sexe: "1",
    }),
  ]);
}

const chercher = async (deps: Deps, q: string, agent = unAgent()) => {
  const { trouvees, approches, genre } = await rechercher.execute(deps, agent, { q });
  return { noms: trouvees.map(({ nom }) => nom), approches, genre };
};

testAvecBase(
  "un nom, un prénom, leur début, sans accents ni ordre, retrouvent la personne",
  async ({ deps }) => {
    await troisFoyers(deps);
    expect((await chercher(deps, "martin")).noms).toEqual(["MARTIN", "MARTINEZ"]);
    expect((await chercher(deps, "Sophie Martin")).noms).toEqual(["MARTIN"]);
    expect((await chercher(deps, "lefevre")).noms).toEqual(["MARTIN"]);
    expect((await chercher(deps, "helene")).noms).toEqual(["MARTINEZ"]);
    expect((await chercher(deps, "jean pierre dup")).noms).toEqual(["DUPONT"]);
  },
);

testAvecBase("une faute de frappe propose les noms proches, et le dit", async ({ deps }) => {
  await troisFoyers(deps);
  for (const q of ["dupond", "sofie martin", "marttinez", "dpuont"]) {
    const { noms, approches } = await chercher(deps, q);
    expect([q, approches, noms.length > 0]).toEqual([q, true, true]);
  }
  expect((await chercher(deps, "dupond")).noms[0]).toBe("DUPONT");
  expect((await chercher(deps, "zzyzx")).noms).toEqual([]);
});

testAvecBase(
  "le NIR de 13 ou 15 caractères, espaces compris, retrouve la personne ; une clé fausse se dit",
  async ({ deps }) => {
    await troisFoyers(deps);
    expect((await chercher(deps, "2 85 04 80 021 001")).noms).toEqual(["MARTIN"]);
    expect((await chercher(deps, `2850480021001${cleNir("2850480021001")}`)).noms).toEqual([
      "MARTIN",
    ]);
    const fausse = cleNir("2850480021001") === "11" ? "12" : "11";
    expect(await chercher(deps, `2850480021001${fausse}`)).toEqual({
      noms: [],
      approches: false,
      genre: "nir-faux",
    });
  },
);

testAvecBase(
  "le numéro de demande et le début du matricule retrouvent le foyer, la date de naissance la personne",
  async ({ deps }) => {
    await troisFoyers(deps);
    expect((await chercher(deps, "80000000003")).noms).toEqual(["DUPONT"]);
    expect((await chercher(deps, "2222222")).noms).toEqual(["MARTINEZ"]);
    expect((await chercher(deps, "222222200000000")).noms).toEqual(["MARTINEZ"]);
    expect((await chercher(deps, "03/02/1990")).noms).toEqual(["MARTINEZ"]);
  },
);

testAvecBase(
  "la recherche ne montre personne hors du périmètre, et n’écrit rien de ce qui fut tapé",
  async ({ deps }) => {
    const territoire = await avecTerritoires(deps);
    await troisFoyers(deps);
    expect((await chercher(deps, "martin", agentDe([territoire("Amiens")]))).noms).toHaveLength(2);
    const ailleurs = agentDe([territoire("Picardie maritime")]);
    for (const q of ["martin", "dupond", "2850480021001", "80000000003"]) {
      expect((await chercher(deps, q, ailleurs)).noms).toEqual([]);
    }
    expect(JSON.stringify(await lignes(deps, "select * from journal"))).not.toContain(
      "2850480021001",
    );
  },
);
