import fc from "fast-check";
import { expect, test } from "vitest";
import { DejaEcrits, type Repere } from "./deja-ecrits.ts";

const texte = fc.string({ minLength: 1, maxLength: 12 });
const repere: fc.Arbitrary<Repere> = fc.record({
  nir: fc.option(texte),
  cleIdentite: fc.option(texte),
  dateNaissance: fc.option(fc.constantFrom("1980-01-01", "1980-01-02", "1990-12-31")),
});
const lot = fc.record({
  demandes: fc.array(texte, { maxLength: 8 }),
  reperes: fc.array(repere, { maxLength: 8 }),
});

const communs = (avant: ReadonlySet<string>, ici: readonly string[]) =>
  new Set(ici.filter((un) => avant.has(un)));

test("rien de ce qu’un lot précédent a pu écrire n’est tenu pour nouveau", () => {
  fc.assert(
    fc.property(fc.array(lot, { maxLength: 12 }), (lots) => {
      const ecrits = new DejaEcrits();
      const avant = {
        demandes: new Set<string>(),
        nirs: new Set<string>(),
        cles: new Set<string>(),
      };
      for (const [rang, { demandes, reperes }] of lots.entries()) {
        const dit = ecrits.noter({ depuis: rang, jusqua: rang + 1 }, demandes, reperes);
        const nirs = reperes.flatMap(({ nir }) => nir ?? []);
        const cles = reperes.flatMap(({ cleIdentite }) => cleIdentite ?? []);
        expect(new Set(dit?.demandes)).toEqual(communs(avant.demandes, demandes));
        expect(new Set(dit?.nirs)).toEqual(communs(avant.nirs, nirs));
        expect(new Set(dit?.cles)).toEqual(communs(avant.cles, cles));
        for (const un of demandes) avant.demandes.add(un);
        for (const un of nirs) avant.nirs.add(un);
        for (const un of cles) avant.cles.add(un);
      }
    }),
  );
});

test("deux personnes nées le même jour, dont l’une n’a pas de NIR, sont comparées dans les deux ordres", () => {
  const avec = { nir: "aa", cleIdentite: null, dateNaissance: "1980-01-01" };
  const sans = { ...avec, nir: null };
  const ecrits = new DejaEcrits();
  const premier = ecrits.noter({ depuis: 0, jusqua: 1 }, [], [avec]);
  expect(premier?.peutRessembler(avec)).toBe(false);
  const second = ecrits.noter({ depuis: 1, jusqua: 2 }, [], [sans]);
  expect(second?.peutRessembler(sans)).toBe(true);
  const troisieme = ecrits.noter({ depuis: 2, jusqua: 3 }, [], [avec]);
  expect(troisieme?.peutRessembler(avec)).toBe(true);
  expect(troisieme?.peutRessembler({ ...avec, dateNaissance: "1980-01-02" })).toBe(false);
  expect(troisieme?.peutRessembler({ ...sans, dateNaissance: null })).toBe(false);
});

test("un lot qui ne suit pas le dernier, repris ou en avance, doit tout rechercher", () => {
  const ecrits = new DejaEcrits();
  expect(ecrits.noter({ depuis: 10, jusqua: 20 }, ["b"], [])).toBeNull();
  expect(ecrits.noter({ depuis: 0, jusqua: 10 }, ["a"], [])).toBeNull();
  expect(ecrits.noter({ depuis: 20, jusqua: 30 }, ["a", "b", "c"], [])?.demandes).toEqual([
    "a",
    "b",
  ]);
  expect(ecrits.noter({ depuis: 20, jusqua: 25 }, ["c"], [])).toBeNull();
});

test("deux cent mille textes différents restent différents", () => {
  const ecrits = new DejaEcrits();
  const parLot = 10_000;
  for (let rang = 0; rang < 20; rang += 1) {
    const textes = Array.from({ length: parLot }, (_, place) => `${rang * parLot + place}`);
    expect(ecrits.noter({ depuis: rang, jusqua: rang + 1 }, textes, [])?.demandes).toEqual([]);
  }
  expect(ecrits.noter({ depuis: 20, jusqua: 21 }, ["0", "199999", "200000"], [])?.demandes).toEqual(
    ["0", "199999"],
  );
});
