import fc from "fast-check";
import { expect, test } from "vitest";
import { cleNir, examinerNir } from "./nir.ts";

test("un NIR de 13 caractères se lit sans clé", () => {
  expect(examinerNir("2820251108030")).toEqual({
    etat: "valide",
    nir13: "2820251108030",
    cle: null,
  });
});

test("un NIR de 15 caractères dont la clé est juste se lit, espaces compris", () => {
  const nir13 = "2820251108030";
  const cle = cleNir(nir13);
  expect(examinerNir(`2 82 02 51 108 030 ${cle}`)).toEqual({ etat: "valide", nir13, cle });
});

test("une clé fausse se dit", () => {
  const fausse = cleNir("2820251108030") === "01" ? "02" : "01";
  expect(examinerNir(`2820251108030${fausse}`)).toEqual({ etat: "cle-fausse" });
});

test("la Corse se calcule avec 19 et 18", () => {
  expect(cleNir("180012A000001")).toBe(cleNir("1800119000001"));
  expect(examinerNir("180012B000001").etat).toBe("valide");
});

test("un NIR absent, vide ou fait de zéros n’est pas une erreur", () => {
  for (const recu of [null, "", "0000000000000"]) expect(examinerNir(recu).etat).toBe("absent");
});

test("une suite qui n’est pas un NIR se refuse sans faillir", () => {
  fc.assert(
    fc.property(fc.string(), (recu) => {
      expect(["absent", "valide", "cle-fausse", "forme-fausse"]).toContain(examinerNir(recu).etat);
    }),
  );
});

test("changer un chiffre d’un NIR complet se voit toujours à la clé", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999 }),
      fc.integer({ min: 7, max: 12 }),
      (ordre, place) => {
        const nir13 = `2820251${String(ordre).padStart(6, "0")}`;
        const chiffre = nir13.charAt(place);
        const change = `${nir13.slice(0, place)}${(Number(chiffre) + 1) % 10}${nir13.slice(place + 1)}`;
        expect(examinerNir(`${change}${cleNir(nir13)}`).etat).toBe("cle-fausse");
      },
    ),
  );
});
