import { expect, test } from "vitest";
import { type OngletDePersonne, rangerOnglets } from "./onglets.ts";

const onglet = (key: string, ...quotidien: string[]): OngletDePersonne => ({
  ...{ key, label: key, href: `/${key}`, quotidien },
});

const dossier = [
  onglet("synthese"),
  onglet("droits", "flux:corriger"),
  onglet("foyer", "flux:corriger"),
  onglet("orientation", "orientation:decider"),
  onglet("diagnostic"),
  onglet("rendez-vous", "entretien:saisir"),
  onglet("situation", "entretien:saisir"),
  onglet("projet"),
  onglet("entretiens", "entretien:saisir"),
  onglet("contrat", "contrat:rediger"),
];

const ligne = (onglets: readonly OngletDePersonne[], ...droits: string[]) =>
  rangerOnglets(onglets, new Set(droits))
    .filter(({ more }) => !more)
    .map(({ key }) => key);

test("chacun a sur la ligne ce qu’il ouvre tous les jours, complété par les premiers onglets", () => {
  expect(ligne(dossier, "entretien:saisir", "contrat:rediger")).toEqual([
    ...["synthese", "droits", "foyer", "rendez-vous", "situation", "entretiens", "contrat"],
  ]);
  expect(ligne(dossier, "flux:corriger", "orientation:decider")).toEqual([
    ...["synthese", "droits", "foyer", "orientation", "diagnostic", "rendez-vous", "situation"],
  ]);
});

test("aucun onglet ne se perd, et leur ordre ne change pas", () => {
  expect(rangerOnglets(dossier, new Set()).map(({ key }) => key)).toEqual(
    dossier.map(({ key }) => key),
  );
});

test("peu d’onglets tiennent tous sur la ligne", () => {
  expect(ligne(dossier.slice(0, 7))).toHaveLength(7);
});
