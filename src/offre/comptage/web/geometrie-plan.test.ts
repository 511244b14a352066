import { expect, test } from "vitest";
import { tracerParcours } from "../domain/trace-parcours.ts";
import { enHauteur, enLargeur } from "./geometrie-plan.ts";

test("une ligne qui contourne les stations tient dans le dessin, avec le nombre qu’elle porte", () => {
  const trace = tracerParcours(
    ["sociale", "projet", "emploi"],
    [
      { de: "sociale", vers: "projet" },
      { de: "projet", vers: "emploi" },
      { de: "sociale", vers: "emploi" },
    ],
  );
  expect(trace.traits.some(({ detour }) => detour === "bosse")).toBe(true);
  for (const { debut, largeur, hauteur, milieu } of [enLargeur(trace), enHauteur(trace)]) {
    for (const trait of trace.traits) {
      const [x, y] = milieu(trait);
      expect(x - 20).toBeGreaterThan(debut[0]);
      expect(y - 11).toBeGreaterThan(debut[1]);
      expect(x).toBeLessThan(debut[0] + largeur);
      expect(y).toBeLessThan(debut[1] + hauteur);
    }
  }
});
