import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ecrireHeure, heureEnMots, heureLocale, instantDe, lireHeure } from "./heures.ts";

const jours = fc
  .date({ min: new Date("2010-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("une heure de France", () => {
  test("est une heure avant Londres en hiver, deux en été", () => {
    expect(instantDe("2026-11-24", 9 * 60).toISOString()).toBe("2026-11-24T08:00:00.000Z");
    expect(instantDe("2026-07-15", 9 * 60).toISOString()).toBe("2026-07-15T07:00:00.000Z");
  });

  test("sautée par le passage à l’heure d’été devient celle d’après", () => {
    const sautee = instantDe("2026-03-29", 2 * 60 + 30);
    expect(sautee.toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(heureLocale(sautee)).toEqual({ jour: "2026-03-29", minutes: 3 * 60 + 30 });
  });

  test("dite deux fois par le retour à l’heure d’hiver est la première des deux", () => {
    expect(instantDe("2026-10-25", 2 * 60 + 30).toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });

  test("se relit telle qu’elle a été écrite, tous les jours de l’année, de 4 h à minuit", () => {
    fc.assert(
      fc.property(jours, fc.integer({ min: 240, max: 1439 }), (jour, minutes) => {
        expect(heureLocale(instantDe(jour, minutes))).toEqual({ jour, minutes });
      }),
    );
  });
});

test("une heure se lit comme on l’écrit, et rien d’autre n’en est une", () => {
  expect(["09:30", "9h30", "9 h", "23:59"].map(lireHeure)).toEqual([570, 570, 540, 1439]);
  expect(["24:00", "9:60", "midi", ""].map(lireHeure)).toEqual([null, null, null, null]);
  expect(ecrireHeure(570)).toBe("09:30");
  expect([heureEnMots(570), heureEnMots(540)]).toEqual(["9 h 30", "9 h"]);
});
