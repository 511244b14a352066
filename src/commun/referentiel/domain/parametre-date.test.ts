import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { montantForfaitaire } from "#referentiels/national/montants.ts";
import { parametreDate, type ValeurDatee, valeurAu, versionAu } from "./parametre-date.ts";

const version = (depuis: string, valeur: number): ValeurDatee<number> => ({
  depuis,
  valeur,
  texte: "décret d’essai",
  certitude: "V",
});

describe("un paramètre daté", () => {
  const parametre = parametreDate([version("2025-04-01", 2), version("2024-04-01", 1)]);

  test("vaut, un jour donné, sa dernière valeur entrée en vigueur", () => {
    expect(valeurAu(parametre, "2025-03-31")).toBe(1);
    expect(valeurAu(parametre, "2025-04-01")).toBe(2);
    expect(valeurAu(parametre, "2031-01-01")).toBe(2);
  });

  test("n’a pas de valeur avant la première, et le dit avec sa date", () => {
    expect(versionAu(parametre, "2024-03-31")).toBeNull();
    expect(() => valeurAu(parametre, "2024-03-31")).toThrow("2024-04-01");
  });

  test("refuse deux valeurs le même jour, et une liste vide", () => {
    const invalide = expect.objectContaining({ code: "referentiel.parametre-invalide" });
    expect(() => parametreDate([version("2024-01-01", 1), version("2024-01-01", 2)])).toThrow(
      invalide,
    );
    expect(() => parametreDate([])).toThrow(invalide);
  });

  test("ne dépend pas de l’ordre dans lequel ses valeurs sont écrites", () => {
    const jours = fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), {
      minLength: 1,
      maxLength: 20,
    });
    const jour = (n: number) =>
      new Date(Date.UTC(2015, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(jours, fc.integer({ min: 0, max: 3000 }), (depuis, lu) => {
        const melange = parametreDate(depuis.map((n) => version(jour(n), n)));
        const attendu = Math.max(...depuis.filter((n) => n <= lu));
        expect(versionAu(melange, jour(lu))?.valeur ?? Number.NEGATIVE_INFINITY).toBe(attendu);
      }),
    );
  });
});

test.each([
  ["2009-06-01", 454_63],
  ["2022-06-30", 575_52],
  ["2022-07-01", 598_54],
  ["2025-04-01", 646_52],
  ["2026-11-22", 651_69],
])("le %s, une personne seule perçoit au plus %i centimes", (date, centimes) => {
  expect(valeurAu(montantForfaitaire, date)).toBe(centimes);
});
