import fc from "fast-check";
import { expect, test } from "vitest";
import { etatAu, type PeriodeFrein, poidsAu } from "./frein.ts";
import { poidsFrein } from "./synthese.ts";
import { leve, tauxDe, travaille } from "./taux.ts";

const jourDe = (rang: number): string =>
  new Date(Date.UTC(2026, 0, 1 + rang)).toISOString().slice(0, 10);

/** Lengths of what follows each other: open, lifted, open… the last one may still weigh. */
const histoires = fc
  .record({
    debut: fc.integer({ min: 0, max: 200 }),
    durees: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 })), {
      minLength: 1,
      maxLength: 5,
    }),
    ouvert: fc.boolean(),
    poids: fc.constantFrom(...poidsFrein),
  })
  .map(({ debut, durees, ouvert, poids }) => {
    const periodes: PeriodeFrein[] = [];
    let jour = debut;
    for (const [rang, [dure, repos]] of durees.entries()) {
      const encore = ouvert && rang === durees.length - 1;
      periodes.push({
        du: jourDe(jour),
        au: encore ? null : jourDe(jour + dure),
        poids,
        fin: encore ? null : "leve",
      });
      jour += dure + repos;
    }
    return periodes;
  });

const rangs = fc.integer({ min: -10, max: 800 });

test("l’état d’un frein un jour donné se lit de ses seules dates", () => {
  fc.assert(
    fc.property(histoires, rangs, (periodes, rang) => {
      const jour = jourDe(rang);
      const contient = periodes.some(({ du, au }) => du <= jour && (au === null || jour < au));
      const etat = etatAu(periodes, jour);
      expect(etat === "ouvert").toBe(contient);
      expect(etat === "a-venir").toBe(jour < (periodes[0]?.du ?? ""));
      expect(poidsAu(periodes, jour) === null).toBe(!contient);
    }),
  );
});

test("un frein levé n’est jamais à la fois ouvert, et toujours travaillé dans la période de sa levée", () => {
  fc.assert(
    fc.property(histoires, rangs, fc.nat(100), (periodes, rang, duree) => {
      const intervalle = { du: jourDe(rang), au: jourDe(rang + duree) };
      if (leve(periodes, intervalle)) {
        expect(travaille(periodes, intervalle)).toBe(true);
        expect(etatAu(periodes, intervalle.au)).toBe("leve");
      }
      const levee = periodes.find(({ fin }) => fin === "leve")?.au ?? null;
      if (levee !== null && levee >= intervalle.du && levee <= intervalle.au) {
        expect(travaille(periodes, intervalle)).toBe(true);
      }
    }),
  );
});

test("rouvert avant la fin de la période, un frein n’y compte pas comme levé", () => {
  const periodes: PeriodeFrein[] = [
    { du: "2026-01-05", au: "2026-02-10", poids: "bloquant", fin: "leve" },
    { du: "2026-03-02", au: null, poids: "leger", fin: null },
  ];
  expect(leve(periodes, { du: "2026-01-01", au: "2026-02-28" })).toBe(true);
  expect(leve(periodes, { du: "2026-01-01", au: "2026-03-31" })).toBe(false);
});

test("le taux est un pourcentage entier, et rien ne se dit de zéro frein", () => {
  expect(tauxDe({ travailles: 0, leves: 0 })).toBeNull();
  expect(tauxDe({ travailles: 3, leves: 2 })).toBe(67);
});
