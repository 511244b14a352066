import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFamilyName, formatGivenName, formatName } from "./format-name.ts";

describe("noms", () => {
  it.each([
    ["DE LA TOUR D'AUVERGNE", "de La Tour d’Auvergne"],
    ["DUPONT", "Dupont"],
    ["SAINT-JUST", "Saint-Just"],
    ["LE GOFF", "Le Goff"],
    ["DU BELLAY", "du Bellay"],
    ["N'DIAYE", "N’Diaye"],
    ["O'BRIEN", "O’Brien"],
    ["VAN DEN BERGHE", "Van den Berghe"],
    ["DA SILVA", "Da Silva"],
    ["BEN SAÏD", "Ben Saïd"],
    ["lefèvre", "Lefèvre"],
    ["  MARTIN   DURAND ", "Martin Durand"],
  ])("« %s » s’écrit « %s »", (given, written) => {
    expect(formatFamilyName(given)).toBe(written);
  });

  it.each([
    ["JEAN-PIERRE", "Jean-Pierre"],
    ["MARIE LINE", "Marie Line"],
    ["ÉLOÏSE", "Éloïse"],
  ])("le prénom « %s » s’écrit « %s »", (given, written) => {
    expect(formatGivenName(given)).toBe(written);
  });

  it("ce qu’un agent a tapé en majuscules et minuscules est gardé", () => {
    expect(formatFamilyName("McDonald")).toBe("McDonald");
    expect(formatFamilyName("De la Fontaine")).toBe("De la Fontaine");
  });

  it("une liste met le nom d’abord, un titre le prénom", () => {
    expect(formatName("DUPONT", "ANNE")).toBe("Anne Dupont");
    expect(formatName("DUPONT", "ANNE", "list")).toBe("Dupont Anne");
    expect(formatName("DUPONT", null)).toBe("Dupont");
  });

  it("écrire deux fois ne change rien", () => {
    const letters = fc.stringMatching(/^[A-ZÀÉÈÏ]{2,8}(?:[ '-][A-ZÀÉÈÏ]{2,8}){0,3}$/);
    fc.assert(
      fc.property(letters, (name) => {
        const once = formatFamilyName(name);
        expect(formatFamilyName(once)).toBe(once);
        expect(once.toUpperCase().replaceAll("’", "'")).toBe(name);
      }),
    );
  });
});
