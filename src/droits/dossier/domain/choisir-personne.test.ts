import { expect, test } from "vitest";
import { type Connue, choisirPersonne } from "./choisir-personne.ts";

const alice: Connue = {
  id: 1,
  nir: "aa",
  cleIdentite: "EXEMPLE|ALICE|1980-01-01",
  dateNaissance: "1980-01-01",
  nom: "EXEMPLE",
  prenom: "ALICE",
};
const { id: _id, ...signalement } = alice;

test("le même NIR est la même personne, même si son nom a changé", () => {
  expect(
    choisirPersonne({ ...signalement, nom: "MARIEE", cleIdentite: "MARIEE|ALICE|1980-01-01" }, [
      alice,
    ]),
  ).toEqual({ id: 1, doutes: [] });
});

test("sans NIR, mêmes nom, prénom et naissance font la même personne", () => {
  expect(choisirPersonne({ ...signalement, nir: null }, [alice]).id).toBe(1);
});

test("deux NIR différents pour un même état civil : personne n’est fondu, la paire est à examiner", () => {
  expect(choisirPersonne({ ...signalement, nir: "bb" }, [alice])).toEqual({
    id: null,
    doutes: [{ id: 1, raison: "nir-differents" }],
  });
});

test("un NIR porté par quelqu’un d’autre ne fait pas de lui la même personne", () => {
  const bruno = {
    ...signalement,
    prenom: "BRUNO",
    dateNaissance: "1990-09-09",
    cleIdentite: "EXEMPLE|BRUNO|1990-09-09",
  };
  expect(choisirPersonne(bruno, [alice])).toEqual({
    id: null,
    doutes: [{ id: 1, raison: "nir-partage" }],
  });
});

test("sans NIR ni date de naissance, une homonyme reste une autre personne", () => {
  expect(
    choisirPersonne({ ...signalement, nir: null, cleIdentite: null, dateNaissance: null }, [alice])
      .id,
  ).toBeNull();
});
