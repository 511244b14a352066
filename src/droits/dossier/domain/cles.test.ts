import fc from "fast-check";
import { expect, test } from "vitest";
import { cleIdentite, cleRecherche, jourValide, normaliser, veille } from "./cles.ts";

test("un nom se normalise sans accents, sans ponctuation, en capitales", () => {
  expect(normaliser("O’Brien-Évrard")).toBe("O BRIEN EVRARD");
  expect(normaliser("Lœuillet  d'Aÿ ")).toBe("LOEUILLET D AY");
  expect(normaliser(null)).toBe("");
});

test("normaliser deux fois ne change plus rien", () => {
  fc.assert(
    fc.property(fc.string(), (texte) => {
      expect(normaliser(normaliser(texte))).toBe(normaliser(texte));
    }),
  );
});

test("un jour est valide exactement quand il est au calendrier", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
      (a, m, j) => {
        const ecrit = `${String(a).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(j).padStart(2, "0")}`;
        const date = new Date(`${ecrit}T00:00:00Z`);
        const reel = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === ecrit;
        expect(jourValide(ecrit)).toBe(reel ? ecrit : null);
      },
    ),
  );
});

test("ce qui n’a pas la forme d’un jour n’en est pas un", () => {
  for (const recu of [null, "", "2026-1-1", "12/11/2026", "2026-11-22T00:00:00Z"])
    expect(jourValide(recu)).toBeNull();
});

test("sans date de naissance, il n’y a pas de clé d’identité", () => {
  expect(
    cleIdentite({ nom: "A", nomNaissance: null, prenom: "B", dateNaissance: null }),
  ).toBeNull();
  expect(
    cleIdentite({ nom: "MARIEE", nomNaissance: "Née", prenom: "Zoé", dateNaissance: "1990-02-03" }),
  ).toBe("NEE|ZOE|1990-02-03");
});

test("on cherche une personne par ses deux noms et tous ses prénoms", () => {
  expect(
    cleRecherche({
      nom: "MARIEE",
      nomNaissance: "NÉE",
      prenom: "ZOÉ",
      prenom2: "ANNE",
      dateNaissance: null,
    }),
  ).toBe("mariee nee zoe anne");
});

test("la veille passe les mois, les années et les années bissextiles", () => {
  expect(["2026-11-01", "2026-01-01", "2024-03-01"].map(veille)).toEqual([
    "2026-10-31",
    "2025-12-31",
    "2024-02-29",
  ]);
});
