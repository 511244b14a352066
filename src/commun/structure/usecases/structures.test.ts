import fc from "fast-check";
import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { lireOffre } from "../db/offre.ts";
import { contient } from "../domain/periodes.ts";
import { uneStructure, unReferent, unType } from "../testing/une-structure.ts";
import { creerStructure } from "./creer-structure.ts";
import { declarerAbsence } from "./declarer-absence.ts";
import { definirCapacite } from "./definir-capacite.ts";
import { definirSecteurs } from "./definir-secteurs.ts";
import { fermerStructure } from "./fermer-structure.ts";
import { lireStructure } from "./lire-structure.ts";
import { listerStructures } from "./lister-structures.ts";
import { modifierStructure } from "./modifier-structure.ts";
import { quitterReferent } from "./quitter-referent.ts";

const agent = unAgent();
const dans = (territoires: readonly number[]) =>
  unAgent({ portee: { territoires, structures: [], referentId: null } });

testAvecBase(
  "l’offre d’un jour dit qui reçoit quoi, où, avec combien de places et quels référents",
  async ({ deps, base }) => {
    const { id, type } = await uneStructure(deps, { territoireId: 3 });
    await definirCapacite.execute(deps, agent, {
      structureId: id,
      type,
      places: 60,
      du: "2026-01-01",
    });
    const rose = await unReferent(deps, id, { etp: 0.8 });
    await declarerAbsence.execute(deps, agent, {
      referentId: rose,
      du: "2026-11-20",
      au: "2026-11-30",
      motif: "conges",
    });
    const [ligne] = await base.transaction((tx) => lireOffre(tx, "2026-11-22"));
    expect(ligne).toMatchObject({
      structureId: id,
      typeOrientation: type,
      territoireId: 3,
      places: 60,
      referents: [{ id: rose, nom: "Rose Parcours", etp: 0.8, places: 40, absent: true }],
    });
    const [apres] = await base.transaction((tx) => lireOffre(tx, "2026-12-01"));
    expect(apres?.referents[0]?.absent).toBe(false);
    expect(await base.transaction((tx) => lireOffre(tx, "2025-12-31"))).toEqual([]);
  },
);

testAvecBase("les places dites pour un temps laissent revenir celles d’avant", async ({ deps }) => {
  const { id, type } = await uneStructure(deps);
  const dire = (places: number | null, du: string, au: string | null = null) =>
    definirCapacite.execute(deps, agent, { structureId: id, type, places, du, au });
  await dire(60, "2026-01-01");
  await dire(30, "2026-07-01", "2026-08-31");
  const { capacites } = await lireStructure.execute(deps, agent, { structureId: id });
  expect(capacites.map(({ places, du, jusque }) => [places, du, jusque])).toEqual([
    [60, "2026-01-01", "2026-07-01"],
    [30, "2026-07-01", "2026-09-01"],
    [60, "2026-09-01", null],
  ]);
  await dire(null, "2026-10-01");
  const ensuite = await lireStructure.execute(deps, agent, { structureId: id });
  expect(ensuite.capacites.at(-1)).toMatchObject({ places: 60, jusque: "2026-10-01" });
  await expect(dire(10, "2026-03-01", "2026-02-01")).rejects.toMatchObject({
    details: { champs: { au: expect.stringContaining("suivre") } },
  });
});

testAvecBase("des places négatives ou un type inconnu sont refusés", async ({ deps }) => {
  const { id, type } = await uneStructure(deps);
  const avec = (places: number, code = type) =>
    definirCapacite.execute(deps, agent, { structureId: id, type: code, places, du: "2026-01-01" });
  await expect(avec(-1)).rejects.toMatchObject({ code: "saisie.invalide" });
  await expect(avec(5, "inconnu")).rejects.toMatchObject({
    details: { champs: { type: expect.stringContaining("n’existe pas") } },
  });
});

testAvecBase(
  "quels que soient les secteurs définis l’un après l’autre, chaque jour montre ceux dits en dernier",
  async ({ deps }) => {
    const { code, classe } = unType(deps);
    const { id } = await creerStructure.execute(deps, agent, {
      nom: "Essai des secteurs",
      classe,
      du: "2026-01-01",
    });
    const jours = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            depuis: fc.constantFrom(...jours),
            territoires: fc.uniqueArray(fc.constantFrom(null, 1, 2), { maxLength: 3 }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (suite) => {
          const dits = new Map<string, readonly (number | null)[]>();
          // Each run starts from a structure that takes nothing.
          for (const etape of [{ depuis: "2026-01-01", territoires: [] }, ...suite]) {
            const secteurs = etape.territoires.map((territoireId) => ({
              type: code,
              territoireId,
            }));
            await definirSecteurs.execute(deps, agent, {
              structureId: id,
              depuis: etape.depuis,
              secteurs,
            });
            for (const jour of jours) if (jour >= etape.depuis) dits.set(jour, etape.territoires);
          }
          const { secteurs } = await lireStructure.execute(deps, agent, { structureId: id });
          for (const jour of jours) {
            const ce = secteurs.filter((un) => contient(un, jour)).map((un) => un.territoireId);
            expect(new Set(ce)).toEqual(new Set(dits.get(jour)));
            expect(ce.length).toBe(new Set(ce).size);
          }
        },
      ),
      { numRuns: 12 },
    );
  },
);

testAvecBase(
  "chacun voit les structures de son périmètre, et les autres n’existent pas pour lui",
  async ({ deps }) => {
    const nord = await uneStructure(deps, { nom: "Au nord", territoireId: 1 });
    const sud = await uneStructure(deps, { nom: "Au sud", territoireId: 2 });
    const partout = await uneStructure(deps, { nom: "Partout" });
    await unReferent(deps, sud.id, { agentId: 77 });
    const noms = async (lecteur: ReturnType<typeof unAgent>) =>
      (await listerStructures.execute(deps, lecteur, {})).map(({ nom }) => nom);
    expect(await noms(agent)).toEqual(["Au nord", "Au sud", "Partout"]);
    expect(await noms(dans([1]))).toEqual(["Au nord", "Partout"]);
    const portee = { territoires: [], structures: [nord.id], referentId: null };
    expect(await noms(unAgent({ portee }))).toEqual(["Au nord"]);
    expect(
      await noms(unAgent({ portee: { territoires: [], structures: [], referentId: 77 } })),
    ).toEqual(["Au sud"]);
    expect(
      await noms(unAgent({ portee: { territoires: [], structures: [], referentId: 78 } })),
    ).toEqual([]);
    await expect(
      lireStructure.execute(deps, dans([1]), { structureId: sud.id }),
    ).rejects.toMatchObject({ code: "structure.introuvable" });
    await expect(
      definirCapacite.execute(deps, dans([1]), {
        structureId: sud.id,
        type: sud.type,
        places: 5,
        du: "2026-01-01",
      }),
    ).rejects.toMatchObject({ code: "structure.introuvable" });
    expect(partout.id).toBeGreaterThan(0);
  },
);

testAvecBase(
  "qui n’a qu’un territoire n’ouvre ni ne ferme de secteur ailleurs",
  async ({ deps }) => {
    const { id, type } = await uneStructure(deps, { territoireId: 1 });
    const definir = (secteurs: { type: string; territoireId: number | null }[]) =>
      definirSecteurs.execute(deps, dans([1]), { structureId: id, depuis: "2026-06-01", secteurs });
    await expect(
      definir([
        { type, territoireId: 1 },
        { type, territoireId: 2 },
      ]),
    ).rejects.toMatchObject({ details: { champs: { secteurs: expect.any(String) } } });
    expect(await definir([])).toEqual({ ouverts: 0, fermes: 1 });
  },
);

testAvecBase(
  "deux saisies sur la même fiche : la seconde est refusée et montre la première",
  async ({ deps }) => {
    const { id, classe } = await uneStructure(deps);
    const modifier = (nom: string) =>
      modifierStructure.execute(deps, agent, { structureId: id, version: 1, nom, classe });
    await modifier("Maison du Ponthieu");
    await expect(modifier("Maison du Vimeu")).rejects.toMatchObject({
      code: "structure.conflit",
      details: { actuelle: { nom: "Maison du Ponthieu", version: 2 } },
    });
  },
);

testAvecBase("deux structures ne portent pas le même nom", async ({ deps }) => {
  await uneStructure(deps);
  await expect(uneStructure(deps)).rejects.toMatchObject({
    details: { champs: { nom: expect.stringContaining("s’appelle déjà") } },
  });
});

testAvecBase(
  "une structure ferme après le départ de ses référents, et son passé reste",
  async ({ deps, base }) => {
    const { id, type } = await uneStructure(deps);
    await definirCapacite.execute(deps, agent, {
      structureId: id,
      type,
      places: 9,
      du: "2026-01-01",
    });
    const rose = await unReferent(deps, id);
    const fermer = () =>
      fermerStructure.execute(deps, agent, { structureId: id, dernierJour: "2026-10-31" });
    await expect(fermer()).rejects.toMatchObject({
      code: "structure.referents-presents",
      message: expect.stringContaining("Rose Parcours"),
    });
    await quitterReferent.execute(deps, agent, { referentId: rose, dernierJour: "2026-10-31" });
    await fermer();
    expect(await base.transaction((tx) => lireOffre(tx, "2026-11-01"))).toEqual([]);
    expect(await base.transaction((tx) => lireOffre(tx, "2026-10-31"))).toHaveLength(1);
    expect(await listerStructures.execute(deps, agent, {})).toEqual([]);
    expect(await listerStructures.execute(deps, agent, { fermees: true })).toHaveLength(1);
  },
);
