import fc from "fast-check";
import { expect, test } from "vitest";
import { type PartDeTemps, tempsDesAgents, totalEnCentiemes } from "./temps.ts";

const part = (referentId: number, etp: number, actionId = 1): PartDeTemps => ({
  referentId,
  nom: `Nom${referentId}`,
  prenom: "Odile",
  fonction: "cheffe de projet",
  actionId,
  mission: "Accompagnement",
  etp,
});

test("le temps d’un agent s’additionne à travers ses actions, et plus d’un temps plein se voit", () => {
  const [odile, rose] = tempsDesAgents([part(1, 0.6), part(2, 0.5, 2), part(1, 0.45, 3)]);
  expect(odile).toMatchObject({ referentId: 1, centiemes: 105, depasse: true });
  expect(odile?.parts).toHaveLength(2);
  expect(rose).toMatchObject({ centiemes: 50, depasse: false });
});

test("dix dixièmes font un temps plein, jamais davantage", () => {
  const [une] = tempsDesAgents(Array.from({ length: 10 }, (_, rang) => part(1, 0.1, rang)));
  expect(une).toMatchObject({ centiemes: 100, depasse: false });
});

test("le temps d’une équipe est la somme de celui de ses agents", () => {
  const parts = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 100 })),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(parts, (tirees) => {
      const dites = tirees.map(([qui, centiemes]) => part(qui, centiemes / 100));
      const parAgent = tempsDesAgents(dites).reduce((total, un) => total + un.centiemes, 0);
      expect(parAgent).toBe(totalEnCentiemes(dites));
    }),
  );
});
