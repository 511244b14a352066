import fc from "fast-check";
import { expect, test } from "vitest";
import { grouperPermanences, joursGroupes } from "./permanences.ts";

const permanence = fc.record({
  id: fc.nat(),
  lieuId: fc.constantFrom(1, 2),
  salleId: fc.constantFrom(null, 3),
  referentId: fc.constantFrom(null, 4, 5),
  jour: fc.integer({ min: 1, max: 7 }),
  heures: fc.constantFrom({ de: 540, a: 720 }, { de: 840, a: 975 }),
  duree: fc.constantFrom(30, 45),
  motifs: fc.constantFrom(["bilan"], ["bilan", "suivi"]),
  periode: fc.constantFrom(
    { du: "2026-07-01", jusque: null },
    { du: "2026-07-01", jusque: "2026-12-01" },
  ),
  exceptions: fc.constant([]),
});

test("les jours d’une permanence se disent ensemble", () => {
  expect(joursGroupes([1, 2, 3, 4, 5])).toBe("du lundi au vendredi");
  expect(joursGroupes([4, 1, 2])).toBe("lundi, mardi et jeudi");
  expect(joursGroupes([1, 2])).toBe("lundi et mardi");
  expect(joursGroupes([3])).toBe("mercredi");
});

test("regrouper les permanences n’en perd aucune et ne mêle que celles qui diffèrent du seul jour", () => {
  fc.assert(
    fc.property(fc.array(permanence), (toutes) => {
      const groupes = grouperPermanences(toutes);
      expect(new Set(groupes.flat())).toEqual(new Set(toutes));
      const commun = groupes.map(([premiere, ...autres]) => {
        const sans = ({ id: _, jour: __, ...reste }: (typeof toutes)[number]) =>
          JSON.stringify(reste);
        for (const autre of autres) expect(sans(autre)).toBe(sans(premiere));
        return sans(premiere);
      });
      expect(new Set(commun).size).toBe(groupes.length);
    }),
  );
});
