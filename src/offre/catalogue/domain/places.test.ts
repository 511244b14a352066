import fc from "fast-check";
import { expect, test } from "vitest";
import { direPlaces, type PeriodeDePlaces, placesDuJour } from "./places.ts";

const jours = Array.from({ length: 50 }, (_, rang) =>
  new Date(Date.UTC(2026, 0, 1 + rang)).toISOString().slice(0, 10),
);
const jour = (rang: number) => jours[rang] ?? "";

const paroles = fc.array(
  fc.record({
    du: fc.integer({ min: 0, max: 40 }),
    duree: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
    places: fc.constantFrom(0, 12, 35),
  }),
  { maxLength: 10 },
);

interface Parole {
  readonly du: number;
  readonly duree: number | null;
  readonly places: number;
}

const finDe = ({ du, duree }: Parole) => (duree === null ? null : jour(du + duree));

const court = (un: string, { du, au }: Pick<PeriodeDePlaces, "du" | "au">) =>
  du <= un && (au === null || un < au);

test("les places d’un jour sont celles qui en ont été dites en dernier, et deux périodes ne se chevauchent jamais", () => {
  fc.assert(
    fc.property(paroles, (suite: readonly Parole[]) => {
      const periodes = suite.map((parole) => ({
        du: jour(parole.du),
        au: finDe(parole),
        places: parole.places,
        placesQuartiers: null,
      }));
      const dites = periodes.reduce<readonly PeriodeDePlaces[]>(direPlaces, []);
      for (const un of jours) {
        const derniere = periodes.findLast((periode) => court(un, periode));
        expect(placesDuJour(dites, un)).toBe(derniere?.places ?? 0);
        expect(dites.filter((dite) => court(un, dite)).length).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("des places changées le 15 valent de ce jour, et celles d’avant restent", () => {
  const avant: PeriodeDePlaces = { du: "2026-01-01", au: null, places: 40, placesQuartiers: 10 };
  const dites = direPlaces([avant], { ...avant, du: "2026-09-15", places: 32 });
  expect(dites).toEqual([
    { ...avant, au: "2026-09-15" },
    { ...avant, du: "2026-09-15", places: 32 },
  ]);
});

test("deux périodes qui se suivent avec les mêmes places n’en font qu’une", () => {
  const une: PeriodeDePlaces = {
    du: "2026-01-01",
    au: "2026-07-01",
    places: 12,
    placesQuartiers: null,
  };
  expect(direPlaces([une], { ...une, du: "2026-07-01", au: null })).toEqual([{ ...une, au: null }]);
});
