import fc from "fast-check";
import { expect, test } from "vitest";
import { jourA, moisDeLaDemonstration, ouvreApres, ouvreAvant } from "./calendrier.ts";

const jours = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("le 22 novembre 2026, la démonstration prend les fichiers de juin à octobre", () => {
  expect(moisDeLaDemonstration("2026-11-22")).toEqual([
    "2026-06",
    "2026-07",
    "2026-08",
    "2026-09",
    "2026-10",
  ]);
});

test("le dernier fichier mensuel est là depuis dix-sept jours au moins, et depuis sept semaines au plus", () => {
  fc.assert(
    fc.property(jours, (jour) => {
      const dernier = moisDeLaDemonstration(jour).at(-1) ?? "";
      const fin = jourA(`${dernier}-28`, 4).slice(0, 8);
      expect(jourA(`${fin}01`, 17) <= jour).toBe(true);
      expect(jourA(`${fin}01`, 49) >= jour).toBe(true);
    }),
  );
});

test("un jour ouvré n’est jamais un samedi ni un dimanche, et reste du bon côté", () => {
  fc.assert(
    fc.property(jours, fc.integer({ min: 0, max: 60 }), (jour, ecart) => {
      const avant = ouvreAvant(jour, ecart);
      const apres = ouvreApres(jour, ecart);
      for (const un of [avant, apres]) {
        expect([0, 6]).not.toContain(new Date(`${un}T00:00:00Z`).getUTCDay());
      }
      expect(avant <= jourA(jour, -ecart) && avant >= jourA(jour, -ecart - 2)).toBe(true);
      expect(apres >= jourA(jour, ecart) && apres <= jourA(jour, ecart + 2)).toBe(true);
    }),
  );
});
