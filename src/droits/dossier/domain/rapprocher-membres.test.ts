import { expect, test } from "vitest";
import { rapprocherMembres, type Signalement } from "./rapprocher-membres.ts";

const une = (champs: Partial<Signalement>): Signalement => ({
  role: "DEM",
  nir: null,
  cleIdentite: null,
  dateNaissance: null,
  nom: "EXEMPLE",
  prenom: "ALICE",
  ...champs,
});

test("le demandeur d’un dossier reste le même d’un mois à l’autre, même si son NIR arrive", () => {
  expect(rapprocherMembres([une({})], [une({ nir: "aa" })])).toEqual([0]);
});

test("un nom corrigé ne fait pas une autre personne quand la naissance est la même", () => {
  const avant = une({ dateNaissance: "1980-01-01", nom: "EXEMPLE" });
  const apres = une({ dateNaissance: "1980-01-01", nom: "EXEMPEL" });
  expect(rapprocherMembres([avant], [apres])).toEqual([0]);
});

test("un nouveau conjoint n’est pas l’ancien : deux NIR différents", () => {
  expect(
    rapprocherMembres(
      [une({ role: "CJT", nir: "aa" })],
      [une({ role: "CJT", nir: "bb", prenom: "BRUNO" })],
    ),
  ).toEqual([-1]);
});

test("un nouveau conjoint sans NIR n’est pas l’ancien : nom et naissance diffèrent", () => {
  const ancien = une({ role: "CJT", prenom: "BRUNO", dateNaissance: "1975-05-05" });
  const nouveau = une({ role: "CJT", prenom: "CARLA", dateNaissance: "1988-08-08" });
  expect(rapprocherMembres([ancien], [nouveau])).toEqual([-1]);
});

test("deux personnes sur un même rôle se distinguent par le NIR, dans n’importe quel ordre", () => {
  const connus = [
    une({ role: "CJT", nir: "aa" }),
    une({ role: "CJT", nir: "bb", prenom: "BRUNO" }),
  ];
  const declares = [
    une({ role: "CJT", nir: "bb", prenom: "BRUNO" }),
    une({ role: "CJT", nir: "aa" }),
  ];
  expect(rapprocherMembres(connus, declares)).toEqual([1, 0]);
});

test("sans NIR, deux personnes sur un même rôle se distinguent par nom, prénom et naissance", () => {
  const a = une({
    role: "CJT",
    cleIdentite: "EXEMPLE|ALICE|1980-01-01",
    dateNaissance: "1980-01-01",
  });
  const b = une({
    role: "CJT",
    cleIdentite: "EXEMPLE|BRUNO|1981-01-01",
    dateNaissance: "1981-01-01",
    prenom: "BRUNO",
  });
  expect(rapprocherMembres([a, b], [b, a])).toEqual([1, 0]);
});

test("demandeur et conjoint qui échangent leurs rôles restent eux-mêmes", () => {
  const alice = une({ nir: "aa" });
  const bruno = une({ role: "CJT", nir: "bb", prenom: "BRUNO" });
  expect(
    rapprocherMembres(
      [alice, bruno],
      [
        { ...bruno, role: "DEM" },
        { ...alice, role: "CJT" },
      ],
    ),
  ).toEqual([1, 0]);
});

test("un enfant qui naît est nouveau, son frère garde sa place", () => {
  const aine = une({ role: "ENF", cleIdentite: "EXEMPLE|PAUL|2015-01-01" });
  const cadet = une({ role: "ENF", cleIdentite: "EXEMPLE|LEA|2026-01-01", prenom: "LEA" });
  expect(rapprocherMembres([aine], [cadet, aine])).toEqual([-1, 0]);
});
