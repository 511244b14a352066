import fc from "fast-check";
import { expect, test } from "vitest";
import { inscrireFait, type Periode } from "./historique.ts";

const egal = (a: string, b: string) => a === b;
function periodeAu(
  historique: readonly Periode<string>[],
  le: string,
): Periode<string> | undefined {
  return historique.find(({ depuis, jusqua }) => depuis <= le && (jusqua === null || le < jusqua));
}

const jour = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);

function rejouer(faits: readonly { depuis: number; valeur: string }[]): readonly Periode<string>[] {
  return faits.reduce<readonly Periode<string>[]>(
    (historique, fait) =>
      inscrireFait(historique, { depuis: jour(fait.depuis), valeur: fait.valeur }, egal).enVigueur,
    [],
  );
}

test("un droit versable puis suspendu au 1er novembre donne deux périodes qui se touchent", () => {
  const versable = inscrireFait([], { depuis: "2021-03-01", valeur: "2" }, egal).enVigueur;
  const { remplacees, nouvelles } = inscrireFait(
    versable,
    { depuis: "2021-11-01", valeur: "4" },
    egal,
  );
  expect(remplacees).toHaveLength(1);
  expect(nouvelles.map(({ depuis, jusqua, valeur }) => [depuis, jusqua, valeur])).toEqual([
    ["2021-03-01", "2021-11-01", "2"],
    ["2021-11-01", null, "4"],
  ]);
});

test("redire le même état n’écrit rien", () => {
  const versable = inscrireFait([], { depuis: "2021-03-01", valeur: "2" }, egal).enVigueur;
  const { remplacees, nouvelles } = inscrireFait(
    versable,
    { depuis: "2021-09-01", valeur: "2" },
    egal,
  );
  expect([remplacees, nouvelles]).toEqual([[], []]);
});

test("une clôture annoncée en retard corrige la suspension qu’elle recouvre", () => {
  const historique = rejouer([
    { depuis: 0, valeur: "2" },
    { depuis: 60, valeur: "4" },
  ]);
  const { enVigueur } = inscrireFait(historique, { depuis: jour(30), valeur: "5" }, egal);
  expect(enVigueur.map(({ depuis, valeur }) => [depuis, valeur])).toEqual([
    [jour(0), "2"],
    [jour(30), "5"],
  ]);
});

test("un état déjà connu, dit plus ancien, recule le début de sa période sans en créer deux", () => {
  const historique = rejouer([{ depuis: 30, valeur: "2" }]);
  const { enVigueur } = inscrireFait(historique, { depuis: jour(10), valeur: "2" }, egal);
  expect(enVigueur.map(({ depuis, jusqua }) => [depuis, jusqua])).toEqual([[jour(10), null]]);
});

const faits = fc.array(
  fc.record({
    depuis: fc.integer({ min: 0, max: 700 }),
    valeur: fc.constantFrom("2", "3", "4", "5"),
  }),
  { minLength: 1, maxLength: 25 },
);

test("quels que soient les faits, les périodes ne se chevauchent pas, se suivent, et la dernière est ouverte", () => {
  fc.assert(
    fc.property(faits, (suite) => {
      const historique = rejouer(suite);
      for (const [rang, periode] of historique.entries()) {
        const suivante = historique[rang + 1];
        expect(periode.jusqua).toBe(suivante ? suivante.depuis : null);
        if (periode.jusqua) expect(periode.depuis < periode.jusqua).toBe(true);
      }
    }),
  );
});

test("le dernier fait dit toujours vrai à partir de sa date", () => {
  fc.assert(
    fc.property(faits, (suite) => {
      const dernier = suite.at(-1);
      if (!dernier) return;
      const historique = rejouer(suite);
      expect(periodeAu(historique, jour(dernier.depuis))?.valeur).toBe(dernier.valeur);
      expect(periodeAu(historique, jour(9_999))?.valeur).toBe(dernier.valeur);
    }),
  );
});

test("ce que dit l’historique d’avant la date du fait ne change pas", () => {
  fc.assert(
    fc.property(faits, fc.integer({ min: 1, max: 700 }), (suite, depuis) => {
      const avant = rejouer(suite);
      const apres = inscrireFait(avant, { depuis: jour(depuis), valeur: "9" }, egal).enVigueur;
      for (let n = 0; n < depuis; n += 7) {
        expect(periodeAu(apres, jour(n))?.valeur).toBe(periodeAu(avant, jour(n))?.valeur);
      }
    }),
  );
});
