import autreCalcul from "@socialgouv/jours-feries";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Calendrier, Delai } from "#commun/referentiel";
import { estOuvre, joursFeries } from "./calendrier.ts";
import { ajouterDelai, jourOuvreAvant } from "./delai.ts";

const calendriers = fc.constantFrom<Calendrier>("metropole", "alsace-moselle");
const jours = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2150-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const reports = fc.constantFrom<Delai["report"]>("aucun", "jour-ouvre-suivant");
const delais: fc.Arbitrary<Delai> = fc.record({
  nombre: fc.integer({ min: 0, max: 60 }),
  unite: fc.constantFrom("jours", "jours-ouvres", "semaines", "mois"),
  report: reports,
});

const delai = (nombre: number, unite: Delai["unite"], report: Delai["report"] = "aucun") => ({
  nombre,
  unite,
  report,
});
const ecart = (de: string, a: string) => (Date.parse(a) - Date.parse(de)) / 86_400_000;

describe("les jours fériés", () => {
  test("le Vendredi saint et la Saint-Étienne ne sont fériés qu’en Alsace-Moselle", () => {
    const ici = joursFeries(2026, "alsace-moselle").map(({ jour }) => jour);
    const ailleurs = joursFeries(2026, "metropole").map(({ jour }) => jour);
    expect(ici.filter((jour) => !ailleurs.includes(jour))).toEqual(["2026-04-03", "2026-12-26"]);
    expect(ailleurs).toHaveLength(11);
  });

  test("Pâques tombe le jour publié, y compris après 2100", () => {
    const lundis = [2000, 2008, 2025, 2026, 2038, 2140].map(
      (annee) => joursFeries(annee, "metropole").find(({ nom }) => nom === "Lundi de Pâques")?.jour,
    );
    expect(lundis).toEqual([
      "2000-04-24",
      "2008-03-24",
      "2025-04-21",
      "2026-04-06",
      "2038-04-26",
      "2140-04-04",
    ]);
  });

  test("ils sont ceux d’un calcul indépendant, chaque année et pour les deux calendriers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), calendriers, (annee, calendrier) => {
        // Local hours, and a wrong Easter from 2100 on: compared by day, in the years people live in.
        const autres = Object.values(autreCalcul(annee, { alsace: calendrier !== "metropole" }))
          .map((jour) => new Date(jour.getTime() + 43_200_000).toISOString().slice(0, 10))
          .toSorted();
        expect(joursFeries(annee, calendrier).map(({ jour }) => jour)).toEqual(autres);
      }),
    );
  });
});

describe("un délai en mois", () => {
  test("va de date à date, et s’arrête au dernier jour d’un mois plus court", () => {
    const unMois = (depart: string) => ajouterDelai(depart, delai(1, "mois"), "metropole").brute;
    expect(unMois("2026-01-31")).toBe("2026-02-28");
    expect(unMois("2028-01-31")).toBe("2028-02-29");
    expect(unMois("2026-02-28")).toBe("2026-03-28");
    expect(unMois("2026-12-31")).toBe("2027-01-31");
    expect(ajouterDelai("2024-12-31", delai(2, "mois"), "metropole").brute).toBe("2025-02-28");
  });

  test("tombe dans le mois voulu, au même quantième ou au dernier jour du mois", () => {
    fc.assert(
      fc.property(jours, fc.integer({ min: 0, max: 60 }), calendriers, (depart, nombre, cal) => {
        const { brute } = ajouterDelai(depart, delai(nombre, "mois"), cal);
        const rang = (jour: string) => Number(jour.slice(0, 4)) * 12 + Number(jour.slice(5, 7));
        expect(rang(brute) - rang(depart)).toBe(nombre);
        const lendemain = new Date(Date.parse(brute) + 86_400_000).toISOString().slice(0, 10);
        if (brute.slice(8) !== depart.slice(8)) {
          expect(brute.slice(8) < depart.slice(8)).toBe(true);
          expect(lendemain.slice(8)).toBe("01");
        }
      }),
    );
  });
});

test("un délai en jours ou en semaines compte chaque jour du calendrier, sans celui du départ", () => {
  fc.assert(
    fc.property(jours, fc.integer({ min: 0, max: 400 }), calendriers, (depart, nombre, cal) => {
      expect(ecart(depart, ajouterDelai(depart, delai(nombre, "jours"), cal).brute)).toBe(nombre);
      expect(ecart(depart, ajouterDelai(depart, delai(nombre, "semaines"), cal).brute)).toBe(
        7 * nombre,
      );
    }),
  );
});

test("un délai en jours ouvrés finit un jour ouvré, après autant de jours ouvrés qu’il en dit", () => {
  fc.assert(
    fc.property(jours, fc.integer({ min: 1, max: 60 }), calendriers, (depart, nombre, cal) => {
      const { brute, limite } = ajouterDelai(depart, delai(nombre, "jours-ouvres"), cal);
      expect(estOuvre(brute, cal)).toBe(true);
      expect(limite).toBe(brute);
      let ouvres = 0;
      for (
        let jour = Date.parse(depart) + 86_400_000;
        jour <= Date.parse(brute);
        jour += 86_400_000
      ) {
        if (estOuvre(new Date(jour).toISOString().slice(0, 10), cal)) ouvres += 1;
      }
      expect(ouvres).toBe(nombre);
    }),
  );
});

describe("le dernier jour", () => {
  test("se reporte au premier jour ouvré qui suit quand la règle le dit, et reste en place sinon", () => {
    fc.assert(
      fc.property(jours, delais, calendriers, (depart, unDelai, cal) => {
        const { brute, limite } = ajouterDelai(depart, unDelai, cal);
        expect(brute >= depart).toBe(true);
        if (unDelai.report === "aucun" || estOuvre(brute, cal)) {
          expect(limite).toBe(brute);
          return;
        }
        expect(estOuvre(limite, cal)).toBe(true);
        for (let jour = Date.parse(brute); jour < Date.parse(limite); jour += 86_400_000) {
          expect(estOuvre(new Date(jour).toISOString().slice(0, 10), cal)).toBe(false);
        }
      }),
    );
  });

  test("saute en Alsace le Vendredi saint puis le week-end et le lundi de Pâques", () => {
    const report = delai(1, "mois", "jour-ouvre-suivant");
    expect(ajouterDelai("2026-03-03", report, "metropole")).toEqual({
      brute: "2026-04-03",
      limite: "2026-04-03",
    });
    expect(ajouterDelai("2026-03-03", report, "alsace-moselle")).toEqual({
      brute: "2026-04-03",
      limite: "2026-04-07",
    });
  });

  test("saute en Alsace Noël, la Saint-Étienne et le week-end qui suit", () => {
    const report = delai(15, "jours", "jour-ouvre-suivant");
    expect(ajouterDelai("2025-12-10", report, "metropole").limite).toBe("2025-12-26");
    expect(ajouterDelai("2025-12-10", report, "alsace-moselle").limite).toBe("2025-12-29");
  });

  test("n’est jamais plus tôt quand le territoire a plus de jours fériés", () => {
    fc.assert(
      fc.property(jours, delais, (depart, unDelai) => {
        const ailleurs = ajouterDelai(depart, unDelai, "metropole");
        const ici = ajouterDelai(depart, unDelai, "alsace-moselle");
        expect(ici.limite >= ailleurs.limite).toBe(true);
      }),
    );
  });
});

test("un départ plus tardif ne donne jamais une limite plus tôt", () => {
  fc.assert(
    fc.property(jours, jours, delais, calendriers, (a, b, unDelai, cal) => {
      const [avant, apres] = a <= b ? [a, b] : [b, a];
      const limite = (jour: string) => ajouterDelai(jour, unDelai, cal).limite;
      expect(limite(avant) <= limite(apres)).toBe(true);
    }),
  );
});

test("deux jours ouvrés avant un mardi, c’est le vendredi ; avant le lendemain d’un férié, on saute le férié", () => {
  expect(jourOuvreAvant("2026-12-01", 2, "metropole")).toBe("2026-11-27");
  expect(jourOuvreAvant("2026-11-12", 2, "metropole")).toBe("2026-11-09");
  expect(jourOuvreAvant("2026-12-28", 1, "metropole")).toBe("2026-12-24");
  expect(jourOuvreAvant("2026-12-29", 2, "alsace-moselle")).toBe("2026-12-24");
});

test("tant de jours ouvrés avant, puis autant après, ramènent au jour s’il est ouvré", () => {
  fc.assert(
    fc.property(jours, fc.integer({ min: 0, max: 30 }), calendriers, (jour, nombre, calendrier) => {
      fc.pre(estOuvre(jour, calendrier));
      const avant = jourOuvreAvant(jour, nombre, calendrier);
      expect(ajouterDelai(avant, delai(nombre, "jours-ouvres"), calendrier).brute).toBe(jour);
    }),
  );
});
