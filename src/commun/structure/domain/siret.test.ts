import fc from "fast-check";
import { expect, test } from "vitest";
import { siretEnMots, siretValide } from "./siret.ts";

test("la clé d’un SIRET juste est reconnue, une clé fausse ou quatorze zéros sont refusés", () => {
  expect(siretValide("73282932000074")).toBe(true);
  expect(siretValide("73282932000075")).toBe(false);
  expect(siretValide("00000000000000")).toBe(false);
  expect(siretValide("7328293200007")).toBe(false);
  expect(siretValide("732829320 0074")).toBe(false);
});

test("les établissements de La Poste suivent leur propre règle", () => {
  expect(siretValide("35600000000048")).toBe(true);
  expect(siretValide("35600000009075")).toBe(true);
  expect(siretValide("35600000009076")).toBe(false);
  expect(siretValide("35600100009075")).toBe(false);
});

test("un seul chiffre changé se voit toujours", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (rang, ecart) => {
      const juste = "73282932000074";
      const change = (Number(juste[rang]) + ecart) % 10;
      expect(siretValide(juste.slice(0, rang) + change + juste.slice(rang + 1))).toBe(false);
    }),
  );
});

test("un SIRET se lit par groupes", () => {
  expect(siretEnMots("35600000000048")).toBe("356 000 000 00048");
});
