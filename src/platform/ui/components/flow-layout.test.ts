import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutFlow } from "./flow-layout.ts";

const cles = ["a", "b", "c", "d"];
const noeuds = cles.map((key) => ({ key, label: key }));
const liens = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...cles),
    to: fc.constantFrom(...cles),
    value: fc.integer({ min: 0, max: 5000 }),
  }),
  { selector: ({ from, to }) => `${from}${to}` },
);

test("chaque boîte est aussi haute que ses rubans, et aucune n’en recouvre une autre", () => {
  fc.assert(
    fc.property(liens, (links) => {
      const { left, right, ribbons, height } = layoutFlow(noeuds, links);
      for (const [boites, cote] of [
        [left, "from"],
        [right, "to"],
      ] as const) {
        for (const [rang, { key, top, height: haut, value }] of boites.entries()) {
          const siens = ribbons.filter((ruban) => ruban[cote] === key);
          expect(siens.reduce((somme, { width }) => somme + width, 0)).toBeCloseTo(haut);
          expect(siens.reduce((somme, un) => somme + un.value, 0)).toBe(value);
          expect(top + haut).toBeLessThanOrEqual(boites[rang + 1]?.top ?? height);
        }
      }
    }),
  );
});

test("sans personne, le dessin est vide", () => {
  expect(layoutFlow(noeuds, [])).toEqual({ left: [], right: [], ribbons: [], height: 0 });
});
