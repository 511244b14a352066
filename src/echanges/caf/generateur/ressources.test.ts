import { expect, test } from "vitest";
import { moisDe } from "./calendrier.ts";
import { forfaitDe, montantForfaitaire } from "./ressources.ts";

test("le montant forfaitaire est celui du barème, à chaque composition", () => {
  const base = forfaitDe(moisDe("2026-10"));
  const attendus = {
    seul: [65_169, 97_754, 117_304, 143_372],
    couple: [97_754, 117_304, 136_855, 162_923],
  };
  for (const [enfants, montant] of attendus.seul.entries()) {
    expect(montantForfaitaire(base, false, enfants, false)).toBe(montant);
  }
  for (const [enfants, montant] of attendus.couple.entries()) {
    expect(montantForfaitaire(base, true, enfants, false)).toBe(montant);
  }
  expect([0, 1, 2].map((n) => montantForfaitaire(base, false, n, true))).toEqual([
    83_685, 111_580, 139_475,
  ]);
});

test("le forfait suit les revalorisations, au mois près", () => {
  expect(
    ["2024-03", "2024-04", "2025-03", "2025-04", "2026-04"].map((m) => forfaitDe(moisDe(m))),
  ).toEqual([60_775, 63_571, 63_571, 64_652, 65_169]);
});
