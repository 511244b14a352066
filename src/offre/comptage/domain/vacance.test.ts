import { expect, test } from "vitest";
import { causesDeVacance } from "./vacance.ts";

const rien = {
  aPourvoir: 10,
  libres: 6,
  entrees: 4,
  sorties: 4,
  recues: 10,
  refusees: 0,
  sansReponse: 0,
  expirees: 0,
  attenteIci: 0,
  attenteAilleurs: 0,
};

test("sans place libre, il n’y a rien à expliquer", () => {
  expect(causesDeVacance({ ...rien, libres: 0, refusees: 8 })).toEqual([]);
});

test("chaque cause pèse les personnes qu’elle écarte, la plus lourde d’abord", () => {
  expect(causesDeVacance({ ...rien, recues: 3 })).toEqual(["peu-de-prescriptions"]);
  expect(causesDeVacance({ ...rien, refusees: 5, sansReponse: 2, expirees: 1 })).toEqual([
    "refus",
    "sans-reponse",
  ]);
  expect(causesDeVacance({ ...rien, sorties: 9, attenteIci: 2, attenteAilleurs: 40 })).toEqual([
    "attente-ailleurs",
    "sorties",
    "attente-ici",
  ]);
});
