import fc from "fast-check";
import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { type Deps, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { agentDe, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le, unePopulation } from "../../../app/testing/orientation.ts";
import { compterFreins } from "../db/compter-freins.ts";
import { lireFreins } from "../db/freins.ts";
import { leve, travaille } from "../domain/taux.ts";
import { consulterTaux } from "./compter-freins.ts";
import { leverFrein, ouvrirFrein, rouvrirFrein } from "./freins.ts";

const agent = unAgent({ id: 4, nom: "Rose Parcours" });

interface Histoire {
  readonly qui: string;
  readonly nature: string;
  readonly ouvert: string;
  readonly leve?: string;
  readonly rouvert?: string;
}

async function raconter(deps: Deps, histoires: readonly Histoire[]): Promise<void> {
  const tard = le(deps, "2026-12-31");
  for (const { qui, nature, ouvert, leve: jour, rouvert } of histoires) {
    const personneId = await idDe(deps, qui);
    const { freinId } = await ouvrirFrein.execute(tard, agent, {
      ...{ personneId, nature, libelle: "Essai", poids: "important", le: ouvert },
    });
    const frein = { personneId, freinId };
    if (jour === undefined) continue;
    await leverFrein.execute(tard, agent, { ...frein, version: 1, le: jour, preuve: "Vu" });
    if (rouvert === undefined) continue;
    await rouvrirFrein.execute(tard, agent, {
      ...{ ...frein, version: 2, le: rouvert, poids: "leger", motif: "Retombé" },
    });
  }
}

const compter = (deps: Deps, du: string, au: string, portee = porteeTotale) =>
  deps.base.transaction((tx) => compterFreins(tx, { portee, du, au }));

testAvecBase(
  "le taux de freins levés compte ce qui a été travaillé, et ce qui est levé à la fin",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE", "BRUNO", "CLAIRE"]);
    await raconter(deps, [
      // Lifted before the second quarter: not worked on in it.
      { qui: "ALICE", nature: "mobilite", ouvert: "2026-01-05", leve: "2026-03-31" },
      // Open all along.
      { qui: "ALICE", nature: "langue", ouvert: "2026-02-02" },
      // Lifted on the first day of the quarter.
      { qui: "BRUNO", nature: "mobilite", ouvert: "2026-02-02", leve: "2026-04-01" },
      // Opened and lifted on the same day.
      { qui: "BRUNO", nature: "droits", ouvert: "2026-05-04", leve: "2026-05-04" },
      // Lifted, then open again before the end.
      {
        qui: "BRUNO",
        nature: "budget",
        ouvert: "2026-04-02",
        leve: "2026-05-11",
        rouvert: "2026-06-29",
      },
      // Lifted on the last day.
      { qui: "CLAIRE", nature: "mobilite", ouvert: "2026-04-07", leve: "2026-06-30" },
      // Opened after the quarter.
      { qui: "CLAIRE", nature: "langue", ouvert: "2026-07-01" },
    ]);
    // Worked on: langue, mobilité de Bruno, droits, budget, mobilité de Claire. Lifted: three of the five.
    expect(await compter(deps, "2026-04-01", "2026-06-30")).toEqual({
      ...{ travailles: 5, leves: 3, personnes: 3 },
      parNature: [
        { nature: "mobilite", travailles: 2, leves: 2 },
        { nature: "budget", travailles: 1, leves: 0 },
        { nature: "droits", travailles: 1, leves: 1 },
        { nature: "langue", travailles: 1, leves: 0 },
      ],
    });
    expect(await compter(deps, "2020-01-01", "2020-12-31")).toMatchObject({ travailles: 0 });
    const ailleurs = agentDe([999]).portee;
    expect(await compter(deps, "2026-04-01", "2026-06-30", ailleurs)).toMatchObject({
      travailles: 0,
      personnes: 0,
    });
  },
);

testAvecBase(
  "une période à l’envers est refusée, et l’objectif est celui du référentiel",
  async ({ deps }) => {
    await expect(
      consulterTaux.execute(deps, agent, { du: "2026-02-01", au: "2026-01-01" }),
    ).rejects.toMatchObject({ code: "saisie.invalide" });
    const nord = {
      ...deps,
      base: {
        ...deps.base,
        departement: { ...deps.base.departement, referentiel: "nord-2019" },
        transaction: deps.base.transaction.bind(deps.base),
      },
    };
    const { objectif } = await consulterTaux.execute(nord, agent, {
      du: "2026-01-01",
      au: "2026-01-31",
    });
    expect(objectif).toBe(80);
  },
);

const jourDe = (rang: number) => new Date(Date.UTC(2026, 0, 1 + rang)).toISOString().slice(0, 10);

testAvecBase("la base compte comme la règle, quelles que soient les dates", async ({ deps }) => {
  await unePopulation(deps, ["ALICE"]);
  const personneId = await idDe(deps, "ALICE");
  const tirage = fc.record({
    freins: fc.array(fc.tuple(fc.nat(60), fc.nat(40), fc.nat(30), fc.nat(2)), { maxLength: 4 }),
    de: fc.nat(120),
    duree: fc.nat(60),
  });
  await fc.assert(
    fc.asyncProperty(tirage, async ({ freins, de, duree }) => {
      await lignes(deps, "delete from frein_periode");
      await lignes(deps, "delete from frein");
      await raconter(
        deps,
        freins.map(([debut, dure, repos, sorte]) => ({
          ...{ qui: "ALICE", nature: "mobilite", ouvert: jourDe(debut) },
          ...(sorte > 0 && { leve: jourDe(debut + dure) }),
          ...(sorte > 1 && { rouvert: jourDe(debut + dure + repos) }),
        })),
      );
      const intervalle = { du: jourDe(de), au: jourDe(de + duree) };
      const ecrits = await deps.base.transaction((tx) => lireFreins(tx, personneId));
      const attendu = {
        travailles: ecrits.filter(({ periodes }) => travaille(periodes, intervalle)).length,
        leves: ecrits.filter(({ periodes }) => leve(periodes, intervalle)).length,
      };
      expect(await compter(deps, intervalle.du, intervalle.au)).toMatchObject(attendu);
    }),
    { numRuns: 15 },
  );
});
