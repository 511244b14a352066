import fc from "fast-check";
import { expect, test } from "vitest";
import { ajouterJours } from "#commun/echeance";
import { type Cadre, calculerCreneaux, type Permanence, type TempsPris } from "./creneaux.ts";
import { instantDe } from "./heures.ts";

const LUNDI = "2026-11-23";

function permanence(champs: Partial<Permanence> = {}): Permanence {
  return {
    id: 1,
    lieuId: 1,
    salleId: null,
    referentId: 7,
    jour: 1,
    heures: { de: 540, a: 720 },
    duree: 45,
    motifs: ["entretien-suivi"],
    periode: { du: "2026-01-01", jusque: null },
    exceptions: [],
    ...champs,
  };
}

function cadre(champs: Partial<Cadre> = {}): Cadre {
  return {
    debut: LUNDI,
    fin: ajouterJours(LUNDI, 7),
    permanences: [permanence()],
    ouverture: () => [{ de: 480, a: 1080 }],
    ferie: () => null,
    present: () => true,
    pris: [],
    maintenant: new Date("2026-01-01T00:00:00Z"),
    ...champs,
  };
}

const debuts = (donne: Cadre) => calculerCreneaux(donne).map(({ heures }) => heures.de);

test("une permanence de trois heures donne quatre créneaux de quarante-cinq minutes", () => {
  expect(debuts(cadre())).toEqual([540, 585, 630, 675]);
});

test("un créneau pris, même en partie, n’est plus offert", () => {
  const pris: TempsPris[] = [
    { debut: instantDe(LUNDI, 600), fin: instantDe(LUNDI, 615), referentId: 7, salleId: null },
  ];
  expect(debuts(cadre({ pris }))).toEqual([540, 630, 675]);
});

test("une salle prise l’est pour tous ceux qui y reçoivent", () => {
  const permanences = [permanence({ salleId: 3 })];
  const pris = [
    { debut: instantDe(LUNDI, 540), fin: instantDe(LUNDI, 585), referentId: 9, salleId: 3 },
  ];
  expect(debuts(cadre({ permanences, pris }))).toEqual([585, 630, 675]);
});

test("un jour férié, une absence, une exception ou une fermeture n’offrent rien", () => {
  expect(debuts(cadre({ ferie: () => "Toussaint" }))).toEqual([]);
  expect(debuts(cadre({ present: () => false }))).toEqual([]);
  expect(debuts(cadre({ permanences: [permanence({ exceptions: [LUNDI] })] }))).toEqual([]);
  expect(debuts(cadre({ ouverture: () => [] }))).toEqual([]);
});

test("ce qui est passé n’est plus offert", () => {
  expect(debuts(cadre({ maintenant: instantDe(LUNDI, 600) }))).toEqual([630, 675]);
});

const minutes = fc.integer({ min: 0, max: 1439 });
const heures = fc
  .tuple(minutes, minutes)
  .filter(([de, a]) => de < a)
  .map(([de, a]) => ({ de, a }));
const permanences = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 9 }),
    lieuId: fc.constant(1),
    salleId: fc.option(fc.integer({ min: 1, max: 3 })),
    referentId: fc.integer({ min: 1, max: 3 }),
    jour: fc.integer({ min: 1, max: 7 }),
    heures,
    duree: fc.integer({ min: 5, max: 120 }),
    motifs: fc.constant(["m"]),
    periode: fc.constant({ du: "2026-01-01", jusque: null }),
    exceptions: fc.constant([] as string[]),
  }),
  { maxLength: 6 },
);
const pris = fc.array(
  fc.record({
    jour: fc.integer({ min: 0, max: 6 }),
    heures,
    referentId: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 12 },
);

test("un créneau libre est toujours dans l’ouverture, un jour travaillé, et ne touche aucun temps pris", () => {
  fc.assert(
    fc.property(
      permanences,
      heures,
      pris,
      fc.integer({ min: 0, max: 6 }),
      (toutes, ouvert, occupe, ferie) => {
        const temps = occupe.map((un) => ({
          debut: instantDe(ajouterJours(LUNDI, un.jour), un.heures.de),
          fin: instantDe(ajouterJours(LUNDI, un.jour), un.heures.a),
          referentId: un.referentId,
          salleId: null,
        }));
        const fermeture = ajouterJours(LUNDI, ferie);
        const libres = calculerCreneaux(
          cadre({
            permanences: toutes,
            ouverture: () => [ouvert],
            pris: temps,
            ferie: (jour) => (jour === fermeture ? "fermé" : null),
            present: (referentId) => referentId !== 2,
          }),
        );
        for (const creneau of libres) {
          expect(creneau.heures.de >= ouvert.de && creneau.heures.a <= ouvert.a).toBe(true);
          expect(creneau.jour).not.toBe(fermeture);
          expect(creneau.referentId).not.toBe(2);
          const siens = temps.filter(({ referentId }) => referentId === creneau.referentId);
          expect(siens.some(({ debut, fin }) => debut < creneau.fin && creneau.debut < fin)).toBe(
            false,
          );
        }
      },
    ),
  );
});
