import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listerReferentiels } from "#commun/referentiel";
import { marquerParcours } from "./marques.ts";
import { tracerParcours } from "./trace-parcours.ts";

const axes = ["i", "ii", "iii", "iv", "v", "vi"];
const passages = [
  { de: "vi", vers: "v" },
  { de: "vi", vers: "iv" },
  { de: "vi", vers: "iii" },
  { de: "v", vers: "iii" },
  { de: "iv", vers: "ii" },
  { de: "iii", vers: "ii" },
  { de: "ii", vers: "i" },
];

describe("le tracé du parcours", () => {
  test("il va de l’insertion sociale à l’emploi, deux axes côte à côte", () => {
    const trace = tracerParcours(axes, passages);
    const rang = (code: string) => trace.lieux.find((lieu) => lieu.code === code)?.rang;
    expect(axes.map(rang)).toEqual([4, 3, 2, 1, 1, 0]);
    expect(trace).toMatchObject({ rangs: 5, hauteur: 2, fins: ["i"] });
  });

  test("une ligne ne traverse pas une station qui n’est pas la sienne", () => {
    const { traits } = tracerParcours(axes, passages);
    const detour = (de: string, vers: string) =>
      traits.find((trait) => trait.de === de && trait.vers === vers)?.detour;
    expect(detour("vi", "iii")).toBe("depart");
    expect(detour("iv", "ii")).toBe("arrivee");
    expect(
      tracerParcours(
        ["a", "b", "c"],
        [
          { de: "a", vers: "b" },
          { de: "b", vers: "c" },
          { de: "a", vers: "c" },
        ],
      ).traits[2]?.detour,
    ).toBe("bosse");
  });

  test("deux stations ne tombent jamais au même endroit, quels que soient les passages", () => {
    const codes = ["a", "b", "c", "d", "e"];
    const passage = fc.record({ de: fc.constantFrom(...codes), vers: fc.constantFrom(...codes) });
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 12 }), (tires) => {
        const { lieux, rangs } = tracerParcours(codes, tires);
        expect(new Set(lieux.map(({ rang, ecart }) => `${rang} ${ecart}`)).size).toBe(5);
        expect(lieux.every(({ rang }) => rang >= 0 && rang < rangs)).toBe(true);
      }),
    );
  });

  test("le programme de chaque département livré se trace", () => {
    for (const { offre } of listerReferentiels()) {
      for (const { valeur } of offre) {
        const codes = valeur.axes.map(({ code }) => code);
        expect(tracerParcours(codes, valeur.passages).lieux).toHaveLength(codes.length);
      }
    }
  });
});

describe("le parcours d’une personne", () => {
  const etape = (axe: string, entreLe: string, sortiLe: string | null = null) => ({
    axe,
    entreLe,
    sortiLe,
  });

  test("on voit où elle est passée, où elle est, et ce qui s’ouvre", () => {
    const etapes = [etape("vi", "2025-01-10", "2025-09-01"), etape("iii", "2025-09-15")];
    const marques = marquerParcours(etapes, passages, new Set(["ii", "i", "v"]));
    expect([...marques.visites.keys()]).toEqual(["vi", "iii"]);
    expect([...marques.ici]).toEqual(["iii"]);
    expect([...marques.suivies]).toEqual(["vi>iii"]);
    expect([...marques.ouvertes]).toEqual(["iii>ii"]);
  });

  test("sortie de tout, elle repart de son dernier axe ; sans place au bout, rien ne s’ouvre", () => {
    const sortie = [etape("vi", "2025-01-10", "2025-09-01")];
    expect([...marquerParcours(sortie, passages, new Set(["iv"])).ouvertes]).toEqual(["vi>iv"]);
    expect(marquerParcours(sortie, passages, new Set()).ouvertes.size).toBe(0);
    expect(marquerParcours([], passages, new Set(axes)).ouvertes.size).toBe(0);
  });
});
