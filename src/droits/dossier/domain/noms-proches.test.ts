import fc from "fast-check";
import { expect, test } from "vitest";
import { fauteDeFrappe, lettres, toutesLesFautes } from "../testing/fautes-de-frappe.ts";
import { ecart, ecartAdmis, graphies, voisins } from "./noms-proches.ts";

const mot = fc.string({ unit: lettres, minLength: 3, maxLength: 12 });

test("une lettre oubliée, doublée, changée ou échangée avec sa voisine est une faute", () => {
  for (const tape of ["antine", "anntoine", "antaine", "natoine", "antoien", "antoin", "ntoine"])
    expect([tape, ecart(tape, "antoine")]).toEqual([tape, 1]);
  for (const tape of ["antin", "toine", "martoine", "natione", "antonei"])
    expect([tape, ecart(tape, "antoine")]).toEqual([tape, 2]);
  expect(ecart("antoine", "antoine")).toBe(0);
});

test("un nom composé s’écrit aussi d’un trait", () => {
  expect(ecart("jeanpiere", "jean pierre")).toBe(1);
  expect(graphies("Jean-Pierre")).toEqual(["jean pierre", "jean", "pierre"]);
  expect(graphies("O’Brien-Évrard")).toEqual(["o brien evrard", "brien", "evrard"]);
  expect(graphies(null)).toEqual([]);
});

test("une faute se reconnaît toujours, et se trouve toujours par une lettre en moins", () => {
  fc.assert(
    fc.property(mot, fauteDeFrappe, (nom, faute) => {
      const tape = faute(nom);
      expect(ecart(tape, nom)).toBeLessThanOrEqual(1);
      const communs = new Set(voisins(nom));
      expect(voisins(tape).some((cle) => communs.has(cle))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("deux fautes n’en sont pas une", () => {
  fc.assert(
    fc.property(mot, fauteDeFrappe, fauteDeFrappe, (nom, une, autre) => {
      const tape = autre(une(nom));
      const prevu = tape === nom || toutesLesFautes(nom).has(tape);
      expect([nom, tape, ecart(tape, nom) <= 1]).toEqual([nom, tape, prevu]);
    }),
    { numRuns: 500 },
  );
});

test("un long mot supporte plus de fautes qu’un court", () => {
  expect(["marc", "sofie", "filipe", "vandenbergue"].map(ecartAdmis)).toEqual([2, 2, 3, 3]);
});
