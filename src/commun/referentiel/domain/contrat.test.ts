import { expect, test } from "vitest";
import { contratsDe } from "#referentiels/national/contrats.ts";

test("outre-mer, le stock a un an de plus", () => {
  const limite = (code: string) =>
    contratsDe(code, "2009-06-01", { texte: "essai" })[0].valeur.stock.valeur;
  for (const code of ["971", "972", "973", "974", "976"]) expect(limite(code)).toBe("2028-01-01");
  for (const code of ["01", "2A", "59", "67", "80", "93", "97"]) {
    expect(limite(code)).toBe("2027-01-01");
  }
});
