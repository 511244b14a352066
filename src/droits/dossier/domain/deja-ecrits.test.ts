import fc from "fast-check";
import { expect, test } from "vitest";
import { DejaEcrits, type Repere } from "./deja-ecrits.ts";

const texte = fc.string({ minLength: 1, maxLength: 2 });
const repere: fc.Arbitrary<Repere> = fc.record({
  nir: fc.option(texte),
  cleIdentite: fc.option(texte),
  dateNaissance: fc.option(fc.constantFrom("1980-01-01", "1980-01-02", "1990-12-31")),
});
const foyer = fc.record({ demande: texte, reperes: fc.array(repere, { maxLength: 4 }) });

test("rien de ce qu’un dossier précédent a pu écrire n’est tenu pour nouveau", () => {
  fc.assert(
    fc.property(fc.array(foyer, { maxLength: 40 }), (foyers) => {
      const ecrits = new DejaEcrits();
      const vus = new Set<string>();
      for (const { demande, reperes } of foyers) {
        const nirs = reperes.flatMap(({ nir }) => (nir === null ? [] : `nir ${nir}`));
        const cles = reperes.flatMap(({ cleIdentite }) =>
          cleIdentite === null ? [] : `cle ${cleIdentite}`,
        );
        const dits = [`demande ${demande}`, ...nirs, ...cles];
        const attendu = dits.some((dit) => vus.has(dit)) || new Set(dits).size < dits.length;
        expect(ecrits.noter(demande, reperes)).toBe(attendu);
        for (const dit of dits) vus.add(dit);
      }
    }),
  );
});

test("deux personnes nées le même jour, dont l’une n’a pas de NIR, sont comparées dans les deux ordres", () => {
  const avec = { nir: "aa", cleIdentite: null, dateNaissance: "1980-01-01" };
  const sans = { ...avec, nir: null };
  const ecrits = new DejaEcrits();
  ecrits.noter("1", [avec]);
  expect(ecrits.peutRessembler(avec)).toBe(false);
  ecrits.noter("2", [sans]);
  expect(ecrits.peutRessembler(sans)).toBe(true);
  ecrits.noter("3", [{ ...avec, nir: "bb" }]);
  expect(ecrits.peutRessembler({ ...avec, nir: "bb" })).toBe(true);
  expect(ecrits.peutRessembler({ ...avec, dateNaissance: "1980-01-02" })).toBe(false);
  expect(ecrits.peutRessembler({ ...sans, dateNaissance: null })).toBe(false);
});

test("deux cent mille textes différents restent différents", () => {
  const ecrits = new DejaEcrits();
  for (let rang = 0; rang < 200_000; rang += 1)
    if (ecrits.noter(`${rang}`, [])) expect.fail(`${rang} est tenu pour déjà vu`);
  expect(["0", "199999", "200000"].map((demande) => ecrits.noter(demande, []))).toEqual([
    true,
    true,
    false,
  ]);
});
