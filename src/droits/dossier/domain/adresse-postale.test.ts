import { expect, test } from "vitest";
import { adressePostale } from "./adresse-postale.ts";

const rien = {
  complementIdentite: null,
  complement: null,
  numero: null,
  typeVoie: null,
  voie: null,
  lieuDit: null,
  codePostal: null,
  commune: null,
  lignesEtranger: [],
};

test("une adresse s’écrit comme sur une enveloppe, sans ligne vide", () => {
  expect(
    adressePostale({
      ...rien,
      complement: "BAT  B",
      numero: "12",
      typeVoie: "rue",
      voie: "DES JACOBINS",
      codePostal: "80000",
      commune: "AMIENS",
    }),
  ).toEqual(["BAT B", "12 RUE DES JACOBINS", "80000 AMIENS"]);
});

test("sans commune, ou sans rue ni lieu-dit, le courrier n’arriverait pas : il n’y a pas d’adresse", () => {
  expect(adressePostale({ ...rien, numero: "12", voie: "DES JACOBINS" })).toEqual([]);
  expect(adressePostale({ ...rien, codePostal: "80000", commune: "AMIENS" })).toEqual([]);
});

test("une adresse à l’étranger garde ses lignes", () => {
  expect(
    adressePostale({ ...rien, lignesEtranger: ["Rue Neuve 1", " ", "1000 Bruxelles"] }),
  ).toEqual(["RUE NEUVE 1", "1000 BRUXELLES"]);
});
