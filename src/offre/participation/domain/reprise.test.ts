import fc from "fast-check";
import { expect, test } from "vitest";
import { ajouterJours } from "#commun/echeance";
import { refuserReprise } from "./reprise.ts";

interface Ligne {
  readonly entreLe: string;
  readonly sortiLe: string | null;
}

const action = { du: "2024-01-01", au: null };
const ligne = fc
  .record({
    debut: fc.integer({ min: 0, max: 90 }),
    duree: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  .map(
    ({ debut, duree }): Ligne => ({
      entreLe: ajouterJours("2024-01-01", debut),
      sortiLe: duree === null ? null : ajouterJours("2024-01-01", debut + duree),
    }),
  );

const presente = ({ entreLe, sortiLe }: Ligne, jour: string) =>
  entreLe <= jour && (sortiLe === null || sortiLe > jour);

test("de quelque façon qu’on les reprenne, aucun jour ne compte une personne deux fois dans une action", () => {
  fc.assert(
    fc.property(fc.array(ligne, { maxLength: 12 }), (lignes) => {
      const prises: Ligne[] = [];
      for (const une of lignes) {
        const refus = refuserReprise(une, {
          ...{ aujourdhui: "2026-11-22", action, personneConnue: true, dejaConnue: false },
          autres: prises,
        });
        if (refus === null) prises.push(une);
      }
      for (let rang = 0; rang < 140; rang += 1) {
        const jour = ajouterJours("2024-01-01", rang);
        expect(prises.filter((prise) => presente(prise, jour)).length).toBeLessThanOrEqual(1);
      }
    }),
  );
});
