import { expect, test } from "vitest";
import { axeEnPhrase } from "./mots.ts";

test("un axe se dit dans une phrase avec l’article qui lui convient", () => {
  expect(["Axe II", "Dominante emploi", "Ateliers"].map(axeEnPhrase)).toEqual([
    "l’axe II",
    "la dominante emploi",
    "l’axe « Ateliers »",
  ]);
});
