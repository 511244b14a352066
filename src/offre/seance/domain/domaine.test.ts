import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { etatDe } from "./natures.ts";
import { partPresente } from "./part-rsa.ts";
import { joursDeSerie } from "./serie.ts";

const moitie = { mixte: true, regle: { n: 1, d: 2 } };

describe("la part des présents au RSA dans une séance mixte", () => {
  test("14 présents au RSA sur 27 : la séance compte", () => {
    expect(partPresente({ rsa: 14, presents: 27 }, moitie)).toMatchObject({
      comptee: true,
      raison: "atteinte",
    });
  });
  test("13 sur 27 : elle ne compte pas, et dit pourquoi", () => {
    expect(partPresente({ rsa: 13, presents: 27 }, moitie)).toMatchObject({
      comptee: false,
      raison: "sous-la-part",
    });
  });
  test("la moitié exactement suffit", () => {
    expect(partPresente({ rsa: 10, presents: 20 }, moitie).comptee).toBe(true);
  });
  test("personne n’est venu : il n’y a pas de part, et la séance ne compte pas", () => {
    expect(partPresente({ rsa: 0, presents: 0 }, moitie)).toMatchObject({
      comptee: false,
      raison: "aucun-present",
    });
  });
  test("sans règle du département, rien n’est jugé", () => {
    expect(partPresente({ rsa: 1, presents: 27 }, { mixte: true, regle: null }).comptee).toBeNull();
  });
  test("une personne au RSA de plus ne fait jamais perdre la part", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (rsa, autres) => {
        const avant = partPresente({ rsa, presents: rsa + autres }, moitie).comptee;
        const apres = partPresente({ rsa: rsa + 1, presents: rsa + autres + 1 }, moitie).comptee;
        return avant !== true || apres === true;
      }),
    );
  });
});

describe("une série de séances", () => {
  const aucunFerie = () => null;
  test("tous les mardis pendant huit semaines", () => {
    const { jours } = joursDeSerie("2026-11-24", { rythme: "semaine", nombre: 8 }, aucunFerie);
    expect(jours).toHaveLength(8);
    expect(jours.at(-1)).toBe("2027-01-12");
    expect(new Set(jours.map((jour) => new Date(jour).getUTCDay()))).toEqual(new Set([2]));
  });
  test("un jour férié est sauté et nommé", () => {
    const ferie = (jour: string) => (jour === "2026-12-25" ? "Noël" : null);
    const { jours, feries } = joursDeSerie("2026-12-18", { rythme: "semaine", nombre: 3 }, ferie);
    expect(jours).toEqual(["2026-12-18", "2027-01-01"]);
    expect(feries).toEqual([{ jour: "2026-12-25", nom: "Noël" }]);
  });
  test("chaque mois, du 31 au dernier jour", () => {
    const { jours } = joursDeSerie("2026-12-31", { rythme: "mois", nombre: 3 }, aucunFerie);
    expect(jours).toEqual(["2026-12-31", "2027-01-31", "2027-02-28"]);
  });
  test("les dates demandées se retrouvent toutes, séances ou fériés", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 2, max: 9 }), (nombre, un) => {
        const ferie = (jour: string) => (Number(jour.slice(8)) % un === 0 ? "Fête" : null);
        const { jours, feries } = joursDeSerie(
          "2026-01-05",
          { rythme: "quinzaine", nombre },
          ferie,
        );
        return jours.length + feries.length === nombre && jours.every((jour) => !ferie(jour));
      }),
    );
  });
});

test("une séance du jour attend ses présences", () => {
  const seance = { jour: "2026-11-22", closeLe: null, annuleeLe: null };
  expect(etatDe(seance, "2026-11-21")).toBe("a-venir");
  expect(etatDe(seance, "2026-11-22")).toBe("a-emarger");
  expect(etatDe({ ...seance, closeLe: "2026-11-22" }, "2026-11-23")).toBe("close");
});
