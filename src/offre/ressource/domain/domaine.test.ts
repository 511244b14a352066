import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lireAnnuaire } from "./echange.ts";
import {
  ecrireHoraires,
  type Horaires,
  horairesEnMots,
  joursOuverts,
  lireHoraires,
  ouvertLe,
} from "./horaires.ts";
import { besoinsDe, codesDe, libelles } from "./vocabulaire.ts";

const dit = (ecrit: string) => {
  const lus = lireHoraires(ecrit);
  return lus && horairesEnMots(lus);
};

describe("les horaires", () => {
  test("la semaine de bureau se dit en une ligne", () => {
    expect(dit("Mo-Fr 08:30-12:30,13:30-17:00; PH off")).toEqual([
      "Du lundi au vendredi : 8 h 30 – 12 h 30 et 13 h 30 – 17 h",
      "Fermé les jours fériés",
    ]);
  });
  test("une règle qui suit remplace la précédente pour ses jours", () => {
    expect(dit("Mo-Fr 09:00-17:00; We off; Sa 9:00-12:00")).toEqual([
      "Lundi et mardi : 9 h – 17 h",
      "Jeudi et vendredi : 9 h – 17 h",
      "Samedi : 9 h – 12 h",
    ]);
  });
  test("des jours choisis, une semaine à cheval, jour et nuit", () => {
    expect(dit("Tu,Th 14:00-18:00")).toEqual(["Mardi : 14 h – 18 h", "Jeudi : 14 h – 18 h"]);
    expect(dit("Sa-Mo 10:00-12:00")?.[0]).toBe("Lundi : 10 h – 12 h");
    expect(dit("24/7")).toEqual(["Tous les jours : jour et nuit"]);
  });
  test("ce qui n’est pas compris n’est pas deviné", () => {
    for (const ecrit of [
      "",
      "sur rendez-vous",
      "Mo-Xx 09:00-12:00",
      "Mo 12:00-09:00",
      "Mo 25:00-26:00",
      "week 1-10 Mo 09:00-12:00",
    ]) {
      expect(lireHoraires(ecrit), ecrit).toBeNull();
    }
  });
  test("fermé un jour férié, ouvert le lendemain", () => {
    const lus = lireHoraires("Mo-Fr 09:00-12:00; PH off");
    expect(lus && ouvertLe(lus, "2026-11-11", true)).toBe(false);
    expect(lus && ouvertLe(lus, "2026-11-12", false)).toBe(true);
    expect(lus && ouvertLe(lus, "2026-11-14", false)).toBe(false);
  });
  const heure = fc.integer({ min: 0, max: 46 }).map((demi) => demi);
  const plage = fc.tuple(heure, fc.integer({ min: 1, max: 10 })).map(([debut, duree]) => ({
    de: ecrire(debut),
    a: ecrire(Math.min(48, debut + duree)),
  }));
  const horaires: fc.Arbitrary<Horaires> = fc.record({
    semaine: fc
      .array(fc.array(plage, { maxLength: 2 }), { minLength: 7, maxLength: 7 })
      .map((jours) => Object.fromEntries(jours.map((plages, rang) => [rang + 1, plages]))),
    feries: fc.constantFrom("comme-les-autres" as const, "ferme" as const),
  });
  test("écrits puis relus, les horaires sont les mêmes", () => {
    fc.assert(
      fc.property(horaires, (uns) => {
        const relus = lireHoraires(ecrireHoraires(uns));
        return (
          relus !== null &&
          relus.feries === uns.feries &&
          JSON.stringify(horairesEnMots(relus)) === JSON.stringify(horairesEnMots(uns)) &&
          joursOuverts(relus).join() === joursOuverts(uns).join()
        );
      }),
    );
  });
});

function ecrire(demies: number): string {
  return `${String(Math.floor(demies / 2)).padStart(2, "0")}:${demies % 2 === 0 ? "00" : "30"}`;
}

describe("les besoins", () => {
  test("un frein mène à ses besoins, une catégorie à tous les siens", () => {
    expect(besoinsDe("garde-enfants")).toEqual(["famille--garde-denfants"]);
    expect(besoinsDe("mobilite")).toHaveLength(6);
    expect(besoinsDe("mobilite--preparer-un-permis")).toEqual(["mobilite--preparer-un-permis"]);
    expect(besoinsDe("inconnu")).toBeNull();
  });
  test("chaque nature de frein proposée a ses besoins", async () => {
    const { naturesProposees } = await import("#referentiels/national/themes.ts");
    for (const { code } of naturesProposees) expect(besoinsDe(code), code).not.toBeNull();
  });
  test("le vocabulaire a ses soixante et onze besoins, sans double", () => {
    expect(codesDe(libelles.besoin).length).toBe(new Set(codesDe(libelles.besoin)).size);
    expect(codesDe(libelles.besoin).length).toBeGreaterThan(60);
  });
});

describe("un fichier d’annuaire", () => {
  test("illisible ou vide, il n’est pas un annuaire ; une liste seule se reconnaît", () => {
    for (const ecrit of ["", "{", "[]", "12", '{"autre": 1}'])
      expect(lireAnnuaire(ecrit)).toBeNull();
    expect(lireAnnuaire('[{"id": "a", "structure_id": "b"}]')?.services).toHaveLength(1);
    expect(lireAnnuaire('[{"id": "a", "nom": "Lieu"}]')?.lieux).toEqual([
      { cle: "a", nom: "Lieu" },
    ]);
  });
});
