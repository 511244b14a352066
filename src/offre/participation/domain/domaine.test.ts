import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ajouterJours, ajouterMois } from "#commun/echeance";
import { naturesSortie } from "#commun/referentiel";
import { sortiesProposees } from "#referentiels/national/offre.ts";
import { ecartEnJours, refuserRenouvellement, type Suspension, termeDuSejour } from "./plafond.ts";
import {
  type ClasseConstatee,
  classerSortie,
  classesConstatees,
  compareASixMois,
} from "./sortie.ts";

const jours = fc.integer({ min: 0, max: 4000 }).map((rang) => ajouterJours("2018-01-01", rang));

describe("six mois, de date à date", () => {
  test.each([
    ["2019-01-01", "2019-06-30", 0],
    ["2019-01-01", "2019-07-01", 1],
    ["2019-01-01", "2019-06-29", -1],
    ["2019-03-15", "2019-09-14", 0],
    ["2019-08-31", "2020-02-28", 0],
    ["2020-08-31", "2021-02-27", 0],
  ] as const)("du %s au %s inclus : %i", (debut, fin, attendu) => {
    expect(compareASixMois(debut, fin)).toBe(attendu);
  });

  test("un contrat n’est jamais plus court parce qu’il finit un jour plus tard", () => {
    fc.assert(
      fc.property(jours, fc.integer({ min: 0, max: 400 }), (debut, duree) => {
        const fin = ajouterJours(debut, duree);
        expect(compareASixMois(debut, ajouterJours(fin, 1))).toBeGreaterThanOrEqual(
          compareASixMois(debut, fin),
        );
      }),
    );
  });
});

describe("la table de décision des sorties", () => {
  const classer = (
    nature: (typeof naturesSortie)[number],
    [debut, fin]: readonly [string | null, string | null] = [null, null],
    siae = false,
  ): ClasseConstatee => classerSortie(sortiesProposees, { nature, siae, debut, fin }).classe;

  test("un CDD d’un jour de plus que six mois est durable, d’un jour de moins de transition", () => {
    expect(classer("cdd", ["2019-04-08", "2019-10-08"])).toBe("durable");
    expect(classer("cdd", ["2019-04-08", "2019-10-06"])).toBe("transition");
  });

  test("un CDD de six mois exactement est à arbitrer", () => {
    expect(classer("cdd", ["2019-04-08", "2019-10-07"])).toBe("a-arbitrer");
  });

  test("un CDDI de douze mois dans un chantier d’insertion est une sortie positive", () => {
    expect(classer("cdd", ["2019-01-01", "2019-12-31"], true)).toBe("positive");
  });

  test("un CDI de quelques heures reste durable ; dit d’une SIAE, il est positif", () => {
    expect(classer("cdi", ["2019-01-01", null])).toBe("durable");
    expect(classer("cdi", ["2019-01-01", null], true)).toBe("positive");
  });

  test("un CDD sans fin connue est de transition jusqu’à preuve du contraire", () => {
    expect(classer("cdd", ["2019-01-01", null])).toBe("transition");
  });

  test("la SIAE ne compte que pour un contrat de travail", () => {
    expect(classer("abandon", [null, null], true)).toBe("autre");
  });

  test("sans ligne qui réponde, quelqu’un doit arbitrer", () => {
    expect(classerSortie([], { nature: "cdi", siae: false, debut: null, fin: null })).toEqual({
      classe: "a-arbitrer",
      ligne: null,
    });
  });

  test("chaque sortie a une classe et une seule, quels que soient ses faits", () => {
    const faits = fc.record({
      nature: fc.constantFrom(...naturesSortie),
      siae: fc.boolean(),
      debut: fc.option(jours),
      fin: fc.option(jours),
    });
    fc.assert(
      fc.property(faits, (un) => {
        const { classe, ligne } = classerSortie(sortiesProposees, un);
        expect(classesConstatees).toContain(classe);
        expect(sortiesProposees.filter(({ code }) => code === ligne)).toHaveLength(1);
      }),
    );
  });
});

describe("le plafond d’un séjour", () => {
  const duree = {
    minMois: null,
    maxMois: 12,
    renouvellements: 1,
    suspenduePar: ["formation", "arret"],
    exceptions: [{ code: "plus-de-50-ans", libelle: "50 ans et plus" }],
  } as const;
  const terme = (entreLe: string, suspensions: readonly Suspension[] = [], mois: number[] = []) =>
    termeDuSejour(duree, { entreLe, suspensions, renouvellements: mois });

  test("douze mois depuis le 15 mars 2019 : le dernier jour est le 14 mars 2020", () => {
    expect(terme("2019-03-15")).toBe("2020-03-15");
  });

  test("trois mois depuis le 30 novembre : le mois court prend son dernier jour", () => {
    const court = { ...duree, maxMois: 3 };
    const borne = { entreLe: "2019-11-30", suspensions: [], renouvellements: [] };
    expect(termeDuSejour(court, borne)).toBe("2020-02-29");
  });

  test("une formation commencée avant le terme et finie après le repousse de toute sa durée", () => {
    expect(terme("2019-01-01", [{ motif: "formation", du: "2019-12-01", au: "2020-02-01" }])).toBe(
      "2020-03-03",
    );
  });

  test("formation et arrêt les mêmes jours comptent une fois", () => {
    expect(
      terme("2019-01-01", [
        { motif: "formation", du: "2019-03-01", au: "2019-04-01" },
        { motif: "arret", du: "2019-03-15", au: "2019-04-15" },
      ]),
    ).toBe(ajouterJours("2020-01-01", 45));
  });

  test("un motif que la fiche n’admet pas ne repousse rien", () => {
    const sans = { ...duree, suspenduePar: [] };
    const borne = {
      entreLe: "2019-01-01",
      suspensions: [{ motif: "formation", du: "2019-03-01", au: "2019-04-01" } as const],
      renouvellements: [],
    };
    expect(termeDuSejour(sans, borne)).toBe("2020-01-01");
  });

  test("tant qu’une formation n’a pas de fin, le terme n’est pas connu", () => {
    expect(terme("2019-01-01", [{ motif: "formation", du: "2019-03-01", au: null }])).toBeNull();
  });

  test("les renouvellements s’ajoutent d’un bloc, de date à date", () => {
    expect(terme("2019-08-31", [], [6])).toBe(ajouterMois("2019-08-31", 18));
  });

  const suspension = fc
    .record({
      motif: fc.constantFrom("formation" as const, "arret" as const),
      debut: fc.integer({ min: -30, max: 900 }),
      duree: fc.integer({ min: 1, max: 120 }),
    })
    .map(({ motif, debut, duree: longueur }) => ({
      motif,
      du: ajouterJours("2019-01-01", debut),
      au: ajouterJours("2019-01-01", debut + longueur),
    }));

  /** Day by day: a suspended day is lived for nothing. */
  const vivre = (jours: number, suspendus: ReadonlySet<string>): string => {
    let jour = "2019-01-01";
    for (let vecus = 0; vecus < jours; jour = ajouterJours(jour, 1)) {
      if (!suspendus.has(jour)) vecus += 1;
    }
    return jour;
  };

  const joursDe = ({ du, au }: { readonly du: string; readonly au: string }): readonly string[] =>
    Array.from({ length: ecartEnJours(du, au) }, (_, rang) => ajouterJours(du, rang));

  test("le terme est repoussé d’autant de jours que l’union des suspensions commencées avant lui", () => {
    fc.assert(
      fc.property(fc.array(suspension, { maxLength: 6 }), (suspensions) => {
        const suspendus = new Set(suspensions.flatMap(joursDe));
        expect(terme("2019-01-01", suspensions)).toBe(vivre(365, suspendus));
      }),
    );
  });

  test("un renouvellement s’accorde dans la limite, au-delà avec une exception de la fiche", () => {
    const demande = { mois: 6, exception: null, dejaAccordes: 0 };
    expect(refuserRenouvellement(duree, demande)).toBeNull();
    expect(refuserRenouvellement(duree, { ...demande, dejaAccordes: 1 })).toBe("epuise");
    expect(
      refuserRenouvellement(duree, { ...demande, dejaAccordes: 1, exception: "plus-de-50-ans" }),
    ).toBeNull();
    expect(refuserRenouvellement(duree, { ...demande, dejaAccordes: 1, exception: "autre" })).toBe(
      "epuise",
    );
    expect(refuserRenouvellement(duree, { ...demande, mois: 13 })).toBe("trop-long");
    expect(
      refuserRenouvellement({ ...duree, renouvellements: null }, { ...demande, dejaAccordes: 9 }),
    ).toBeNull();
  });
});
