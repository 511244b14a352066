import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ajouterJours, ajouterMois } from "#commun/echeance";
import { type Delai, type DureeAccompagnement, listerReferentiels } from "#commun/referentiel";
import { chargeDe, placesAttendues } from "./charge.ts";
import { ageAu, exigerDerogation, moisRenouvelables, renouveler } from "./prolongation.ts";
import { regleDeCode, regleParcoursAu } from "./regles.ts";
import { faitDeContact, prochaineRencontre } from "./rencontres.ts";

const nord = regleParcoursAu("nord-2019", "2026-11-22");
const basRhin = regleParcoursAu("bas-rhin-2015", "2026-11-22");
const regle = (regles: typeof nord, code: string) => {
  const trouvee = regleDeCode(regles, code);
  if (!trouvee) throw new Error(`la règle ${code} est attendue`);
  return trouvee;
};
const code = (attendu: string) => expect.objectContaining({ code: attendu });
const jours = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Twenty times, or until it is refused. */
function renouvelerSansFin(duree: DureeAccompagnement, demandes: number) {
  const accorde = { mois: duree.mois ?? 0, renouvellements: 0 };
  for (let tour = 0; tour < 20; tour += 1) {
    try {
      accorde.mois += renouveler({ duree, derogations: [] }, accorde, demandes);
    } catch {
      break;
    }
    accorde.renouvellements += 1;
  }
  return accorde;
}

describe("renouveler", () => {
  test("dans le Bas-Rhin, six mois une fois, et pas deux", () => {
    const prise = regle(basRhin, "referent-professionnel");
    expect(renouveler(prise, { mois: 6, renouvellements: 0 }, null)).toBe(6);
    expect(() => renouveler(prise, { mois: 12, renouvellements: 1 }, null)).toThrow(
      code("renouvellement.limite"),
    );
  });

  test("dans le Nord, ni l’IOD ni le coaching ne se renouvellent, le projet autant qu’il faut", () => {
    for (const une of ["iod", "coaching"]) {
      const { duree } = regle(nord, une);
      expect(() =>
        renouveler(regle(nord, une), { mois: duree.mois, renouvellements: 0 }, 3),
      ).toThrow(code("renouvellement.limite"));
    }
    expect(renouveler(regle(nord, "projet"), { mois: 48, renouvellements: 3 }, null)).toBe(12);
  });

  test("un ACI va de quatre à vingt-quatre mois", () => {
    const aci = regle(nord, "aci");
    expect(aci.duree).toMatchObject({ mois: 4, minimumMois: 4, plafondMois: 24 });
    expect(renouveler(aci, { mois: 4, renouvellements: 0 }, 20)).toBe(20);
    expect(() => renouveler(aci, { mois: 4, renouvellements: 0 }, 21)).toThrow(
      code("saisie.invalide"),
    );
    expect(() => renouveler(aci, { mois: 24, renouvellements: 2 }, 1)).toThrow(
      code("renouvellement.limite"),
    );
  });

  test("jamais au-delà du plafond, quelle que soit la suite de renouvellements", () => {
    const durees = fc.record({
      mois: fc.integer({ min: 1, max: 12 }),
      minimumMois: fc.constant(null),
      renouvellements: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
      moisRenouveles: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
      plafondMois: fc.option(fc.integer({ min: 12, max: 60 }), { nil: null }),
      texte: fc.constant("essai"),
      certitude: fc.constant("V" as const),
    });
    fc.assert(
      fc.property(durees, fc.integer({ min: 1, max: 24 }), (duree, demandes) => {
        const { mois, renouvellements } = renouvelerSansFin(duree, demandes);
        expect(mois).toBeLessThanOrEqual(duree.plafondMois ?? mois);
        expect(renouvellements).toBeLessThanOrEqual(duree.renouvellements ?? renouvellements);
      }),
    );
  });

  test("sans durée limitée, il n’y a rien à renouveler", () => {
    const duree: DureeAccompagnement = regle(nord, "orientation-sociale").duree;
    expect(moisRenouvelables(duree, { mois: null, renouvellements: 0 })).toBe(0);
  });
});

describe("déroger", () => {
  const aci = regle(nord, "aci");
  const atteint = { mois: 24, renouvellements: 2 };
  const demande = { motif: "cinquante-ans", mois: 6, preuve: null, age: 50 };

  test("à cinquante ans, ou reconnu travailleur handicapé avec sa pièce", () => {
    expect(() => exigerDerogation(aci, atteint, demande)).not.toThrow();
    expect(() => exigerDerogation(aci, atteint, { ...demande, age: 49 })).toThrow(
      code("derogation.age"),
    );
    const rqth = { ...demande, motif: "travailleur-handicape", age: 30 };
    expect(() => exigerDerogation(aci, atteint, rqth)).toThrow(code("derogation.preuve"));
    expect(() =>
      exigerDerogation(aci, atteint, { ...rqth, preuve: "Décision CDAPH du 12/03/2026" }),
    ).not.toThrow();
  });

  test("pas avant la limite, et pas là où le texte n’en connaît pas", () => {
    expect(() => exigerDerogation(aci, { mois: 4, renouvellements: 0 }, demande)).toThrow(
      code("derogation.inutile"),
    );
    expect(() => exigerDerogation(regle(nord, "iod"), atteint, demande)).toThrow(
      code("derogation.motif"),
    );
  });

  test("l’âge se compte au jour près", () => {
    expect(ageAu("1976-11-23", "2026-11-22")).toBe(49);
    expect(ageAu("1976-11-22", "2026-11-22")).toBe(50);
    expect(ageAu("1976-02-29", "2026-02-28")).toBe(49);
  });
});

describe("la charge", () => {
  test("soixante personnes par équivalent temps plein, soixante-dix à Strasbourg, trente-cinq pour un coach", () => {
    expect(chargeDe(basRhin, null, "Saverne")).toBe(60);
    expect(chargeDe(basRhin, null, "Strasbourg")).toBe(70);
    expect(chargeDe(nord, regle(nord, "coaching"), "Lille")).toBe(35);
  });

  test("un mi-temps suit la moitié, et un portefeuille mêlé se compte par parts", () => {
    expect(placesAttendues(0.5, [], 60)).toBe(30);
    expect(placesAttendues(1, Array(40).fill(35), 60)).toBe(35);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(35, 60, 70), { minLength: 1 }),
        fc.constantFrom(0.5, 0.8, 1),
        (charges, etp) => {
          const places = placesAttendues(etp, charges, 60);
          expect(places).toBeGreaterThanOrEqual(Math.floor(35 * etp));
          expect(places).toBeLessThanOrEqual(Math.ceil(70 * etp));
        },
      ),
    );
  });
});

function ajouterDelaiDe(jour: string, { nombre, unite }: Delai): string {
  if (unite === "mois") return ajouterMois(jour, nombre);
  return ajouterJours(jour, unite === "semaines" ? 7 * nombre : nombre);
}

describe("les rencontres", () => {
  const frequences = listerReferentiels().flatMap(({ echeances, parcours }) =>
    parcours.flatMap(({ valeur }) =>
      valeur.accompagnements.flatMap(({ frequence }) =>
        frequence ? [{ echeances, frequence }] : [],
      ),
    ),
  );

  test("chaque fréquence livrée a son échéance, qui compte les mêmes jours", () => {
    expect(frequences.length).toBeGreaterThan(8);
    fc.assert(
      fc.property(jours, (dernier) => {
        for (const { echeances, frequence } of frequences) {
          const fait = faitDeContact(frequence);
          const echeance = echeances.find(({ depart }) => depart === fait);
          expect(echeance).toBeDefined();
          if (echeance) {
            expect(prochaineRencontre(frequence, dernier)).toBe(
              ajouterDelaiDe(dernier, echeance.delai),
            );
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
