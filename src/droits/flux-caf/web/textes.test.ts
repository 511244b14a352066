import { expect, test } from "vitest";
import { direEcart } from "./textes.ts";

test("un total différent de l’annonce se dit dans le sens où il diffère, sans prétendre que tout est intégré", () => {
  expect(direEcart(400, 390)).toContain("il peut manquer des dossiers");
  expect(direEcart(1, 2)).toContain("plus de dossiers qu’il n’en annonce");
  expect(direEcart(400, 401)).toContain("ou gardé parmi les rejets");
});
