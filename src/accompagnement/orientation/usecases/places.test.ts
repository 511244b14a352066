import fc from "fast-check";
import { expect, vi } from "vitest";
import { depassementEnMots, listerReferents, quitterReferent } from "#commun/structure";
import { DomainError } from "#platform/errors/domain-error.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps, Portee } from "#platform/usecase/define-use-case.ts";
import { idDe } from "../../../app/testing/foyers-inscrits.ts";
import {
  le,
  orienter,
  ouvrir,
  proposer,
  propositions,
  types,
  unePopulation,
} from "../../../app/testing/orientation.ts";
import { transmettrePortefeuille } from "./changer-referent.ts";
import { compterCharges } from "./compter-charges.ts";
import { constaterOrientationFranceTravail } from "./constater-france-travail.ts";
import { deciderEnLot } from "./decider-en-lot.ts";
import { deciderOrientation } from "./decider-orientation.ts";
import { lireTableauPlaces } from "./lire-tableau-places.ts";

const agent = unAgent();
const prenoms = ["ALICE", "BRUNO", "CHLOE", "DAVID"];

vi.setConfig({ testTimeout: 120_000 });

function lignes<Ligne>(deps: Deps, texte: string): Promise<Ligne[]> {
  return deps.base.transaction((tx) => tx.query<Ligne>(texte));
}

/** Followed beyond the places: there must never be any. */
function depassements(deps: Deps) {
  return lignes(
    deps,
    `select d.structure_id, d.type, count(*), c.places from designation d
     join capacite c on c.structure_id = d.structure_id and c.type_orientation = d.type and upper_inf(c.periode)
     where upper_inf(d.periode) and not d.annulee
     group by 1, 2, c.places having count(*) > c.places`,
  );
}

const scenario = fc.record({
  places: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
  enLot: fc.boolean(),
  choix: fc.array(fc.record({ structure: fc.nat(2), type: fc.nat(types.length - 1) }), {
    minLength: prenoms.length,
    maxLength: prenoms.length,
  }),
});

class Annule extends Error {}

testAvecBase(
  "quelles que soient les décisions, une structure ne suit jamais plus de personnes que ses places",
  async ({ deps }) => {
    await unePopulation(deps, prenoms);
    await fc.assert(
      fc.asyncProperty(scenario, async ({ places, enLot, choix }) => {
        const essai = deps.base.transaction(async () => {
          const structures = [];
          for (const [rang, nombre] of places.entries()) {
            structures.push(await ouvrir(deps, { nom: `Structure ${rang}`, places: nombre }));
          }
          const toutes = await proposer(deps);
          if (enLot) {
            const lot = toutes.map(({ id }) => ({ id, version: null }));
            await deciderEnLot.execute(deps, agent, { propositions: lot });
          }
          for (const { id, version } of await propositions(deps)) {
            const { structure = 0, type = 0 } = choix[id % choix.length] ?? {};
            const voulue = {
              propositionId: id,
              version,
              type: types[type] ?? "",
              structureId: structures[structure]?.id ?? 0,
              referentId: null,
              motif: "essai",
            };
            await deciderOrientation.execute(deps, agent, voulue).catch((refus: unknown) => {
              expect(refus).toBeInstanceOf(DomainError);
            });
          }
          expect(await depassements(deps)).toEqual([]);
          throw new Annule();
        });
        await expect(essai).rejects.toThrow(Annule);
      }),
      { numRuns: 6 },
    );
  },
);

testAvecBase(
  "le tableau des places compte comme une requête écrite à part, type par type",
  async ({ deps }) => {
    await unePopulation(deps, prenoms);
    const maison = await ouvrir(deps, { nom: "Maison de l’emploi", places: 2 });
    await ouvrir(deps, { nom: "Vide", places: 4 });
    await orienter(deps);
    const { lignes: tableau, total } = await lireTableauPlaces.execute(deps, agent, {});
    const [attendu] = await lignes<{ suivies: number }>(
      deps,
      "select count(*)::int as suivies from situation_personne where structure_id is not null",
    );
    expect(total.suivies).toBe(attendu?.suivies);
    const parCase = tableau.flatMap(({ id, cases }) =>
      Object.values(cases)
        .flat()
        .filter(({ suivies }) => suivies > 0)
        .map(({ type, suivies }) => ({ id, type, suivies })),
    );
    const independante = await lignes(
      deps,
      `select structure_id as id, orientation_type as type, count(*)::int as suivies
       from situation_personne where structure_id is not null group by 1, 2`,
    );
    expect(new Set(parCase.map((une) => JSON.stringify(une)))).toEqual(
      new Set(independante.map((une) => JSON.stringify(une))),
    );
    expect(tableau.find(({ id }) => id === maison.id)?.tendance.at(-1)).toBeGreaterThan(0);
    expect(tableau.find(({ id }) => id === maison.id)?.tendance[0]).toBe(0);
  },
);

testAvecBase(
  "la tendance remonte le temps : suivies au premier jour de chaque mois, puis aujourd’hui",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    const { id } = await ouvrir(deps, { nom: "Maison de l’emploi" });
    await orienter(le(deps, "2026-09-10"));
    await lignes(
      deps,
      `update designation set periode = daterange('2026-07-15', '2026-10-20')
       where personne_id = (select min(personne_id) from designation)`,
    );
    const { lignes: tableau } = await lireTableauPlaces.execute(deps, agent, {});
    // From the 1st of June to the 1st of November, then today.
    expect(tableau.find((une) => une.id === id)?.tendance).toEqual([0, 0, 1, 1, 2, 1, 1]);
  },
);

testAvecBase(
  "les places sont celles de tous, les listes ouvertes celles du lecteur",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    const { id } = await ouvrir(deps, { nom: "Maison de l’emploi" });
    await orienter(deps);
    const droits = new Set(["structure:lire", "personne:lister"]);
    const compter = async (portee: Portee, ceux: ReadonlySet<string> = droits) => {
      const { structures } = await compterCharges.execute(
        deps,
        unAgent({ portee, droits: ceux }),
        {},
      );
      const siennes = structures.filter(({ structureId }) => structureId === id);
      return {
        suivies: siennes.reduce((somme, { suivies }) => somme + suivies, 0),
        visibles: siennes.reduce((somme, { visibles }) => somme + visibles, 0),
      };
    };
    const tous: Portee = { territoires: "tous", structures: [], referentId: null };
    expect(await compter(tous)).toEqual({ suivies: 2, visibles: 2 });
    expect(await compter({ ...tous, territoires: [] })).toEqual({ suivies: 2, visibles: 0 });
    expect(await compter({ ...tous, territoires: [], structures: [id] })).toEqual({
      suivies: 2,
      visibles: 2,
    });
    expect(await compter(tous, new Set(["structure:lire"]))).toEqual({ suivies: 2, visibles: 0 });
  },
);

testAvecBase(
  "un référent ne part qu’une fois son portefeuille transmis, personne n’est oublié",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    const { referents } = await ouvrir(deps, {
      nom: "Maison de l’emploi",
      referents: [
        { nom: "Partante", places: 2 },
        { nom: "Restante", places: 2 },
      ],
    });
    const [partante = 0, restante = 0] = referents;
    await orienter(deps);
    await lignes(deps, `update designation set referent_id = ${partante}`);
    const partir = () =>
      quitterReferent.execute(deps, agent, { referentId: partante, dernierJour: "2026-11-30" });
    await expect(partir()).rejects.toMatchObject({
      code: "referent.portefeuille-non-transmis",
      message: expect.stringContaining("2 personnes"),
    });
    const equipe = await listerReferents.execute(deps, agent, {});
    expect(equipe.find(({ id }) => id === partante)?.jusque).toBeNull();
    await transmettrePortefeuille.execute(deps, agent, {
      deReferentId: partante,
      versReferentId: restante,
      motif: "Départ",
    });
    await partir();
    const { referents: charges } = await compterCharges.execute(deps, agent, {});
    expect(charges).toMatchObject([{ referentId: restante, suivies: 2 }]);
  },
);

testAvecBase(
  "qui est suivi compte, France Travail l’aurait-il orienté sans prendre de place, et le tableau dit pourquoi il y en a trop",
  async ({ deps }) => {
    const { id: structureId } = await ouvrir(deps, {
      nom: "Agence",
      types: [types[0] ?? ""],
      places: 1,
    });
    await unePopulation(deps, ["ALICE", "BRUNO", "CHLOE"]);
    await lignes(deps, "update mouvement set connu_le = '2026-09-01'");
    const [alice, , chloe] = await proposer(deps);
    const decider = (une: typeof alice) =>
      deciderOrientation.execute(deps, agent, {
        propositionId: une?.id ?? 0,
        version: une?.version ?? 0,
        structureId,
        type: types[0] ?? "",
        motif: "Une seule structure ouverte",
      });
    await decider(alice);
    await constaterOrientationFranceTravail.execute(deps, agent, {
      personneId: await idDe(deps, "BRUNO"),
      type: types[0] ?? "",
      le: "2026-10-20",
      structureId,
    });
    const { total, lignes: tableau } = await lireTableauPlaces.execute(deps, agent, {});
    expect(tableau).toHaveLength(1);
    expect(total).toMatchObject({ suivies: 2, franceTravail: 1, places: 1, libres: 0 });
    expect(depassementEnMots(total)).toBe(
      "1 de plus que les places : France Travail en a orienté 1 sans les prendre",
    );
    const { structures } = await compterCharges.execute(deps, agent, {});
    expect(structures).toMatchObject([{ structureId, suivies: 2, franceTravail: 1 }]);
    await expect(decider(chloe)).rejects.toMatchObject({
      code: "orientation.capacite-epuisee",
      message: expect.stringContaining("(2 personnes suivies pour 1 place)"),
    });
  },
);
