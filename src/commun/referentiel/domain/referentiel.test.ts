import { expect, test } from "vitest";
import { type RegleCompletude, reglesApplicables, type Situation } from "./referentiel.ts";

const regle = (champs: Partial<RegleCompletude> = {}): RegleCompletude => ({
  code: "nir",
  libelle: "numéro de sécurité sociale",
  roles: ["DEM", "CJT"],
  etats: ["2", "3", "4"],
  population: "tous",
  depuis: "2025-01-01",
  jusqua: null,
  texte: "essai",
  certitude: "V",
  ...champs,
});

const situation = (champs: Partial<Situation> = {}): Situation => ({
  role: "DEM",
  etat: "2",
  soumisDroitsDevoirs: true,
  nouvelEntrant: false,
  ...champs,
});

const appliquee = (r: RegleCompletude, date: string, s: Situation) =>
  reglesApplicables([r], date, s).length === 1;

test("une règle de complétude vaut entre sa date de départ et la veille de sa fin", () => {
  const bornee = regle({ jusqua: "2026-01-01" });
  expect(appliquee(bornee, "2024-12-31", situation())).toBe(false);
  expect(appliquee(bornee, "2025-01-01", situation())).toBe(true);
  expect(appliquee(bornee, "2025-12-31", situation())).toBe(true);
  expect(appliquee(bornee, "2026-01-01", situation())).toBe(false);
});

test("une règle ne vaut que pour les rôles et les états qu’elle nomme", () => {
  expect(appliquee(regle(), "2026-01-01", situation({ role: "ENF" }))).toBe(false);
  expect(appliquee(regle(), "2026-01-01", situation({ etat: "5" }))).toBe(false);
});

test("une règle peut viser les seules personnes soumises aux droits et devoirs", () => {
  const soumis = regle({ population: "soumis-droits-devoirs" });
  expect(appliquee(soumis, "2026-01-01", situation())).toBe(true);
  expect(appliquee(soumis, "2026-01-01", situation({ soumisDroitsDevoirs: false }))).toBe(false);
});

test("une règle peut viser les seuls nouveaux entrants", () => {
  const entrants = regle({ population: "nouveaux-entrants" });
  expect(appliquee(entrants, "2026-01-01", situation())).toBe(false);
  expect(appliquee(entrants, "2026-01-01", situation({ nouvelEntrant: true }))).toBe(true);
});
