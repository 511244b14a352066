import fc from "fast-check";
import { expect, test } from "vitest";
import { ajouterMois } from "#commun/echeance";
import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { courriersDuContrat } from "./courriers.ts";
import { moisEngages, prochainBilan, termeDe, verifierDuree } from "./duree.ts";
import { devenir, etapesVersion, etatsContrat, gestesVersion, passer } from "./etapes.ts";
import { verifierHeures } from "./heures.ts";
import { moisDeReexamen, reexamenLe } from "./reexamen.ts";
import {
  exigerNature,
  exigerRegime,
  natureEnVigueur,
  naturesAu,
  prendLaPlace,
  regimeDuContrat,
} from "./regime.ts";
import { verifierJourDeSignature } from "./signature.ts";
import { rythme, semainesRestantes } from "./stock.ts";
import { ajouterPart, sousLeSeuil, sousLeSeuilDepuis } from "./taux.ts";
import { dessiner, lireTrace } from "./trace.ts";

const jours = fc
  .date({ min: new Date("2009-06-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const mois = fc.integer({ min: 1, max: 24 });
const regleDe = (nom: string) => valeurAu(chargerReferentiel(nom).contrats, "2026-11-22");
const somme = regleDe("somme-2025");
const nord = regleDe("nord-2019");
const basRhin = regleDe("bas-rhin-2015");
const quinzeHeures = exigerNature(somme, "contrat-engagement").heures ?? undefined;

test("un 31, six mois plus tard, donne le dernier jour du mois ; une année bissextile est comptée", () => {
  expect(termeDe("2026-08-31", 6)).toEqual({ fin: "2027-02-28", dernier: "2027-02-27" });
  expect(termeDe("2027-08-31", 6).fin).toBe("2028-02-29");
  expect(termeDe("2024-02-29", 12).fin).toBe("2025-02-28");
  expect(termeDe("2026-01-01", 12)).toEqual({ fin: "2027-01-01", dernier: "2026-12-31" });
});

test("quel que soit le premier jour, un contrat finit le bon mois et plus tard qu’il ne commence", () => {
  fc.assert(
    fc.property(jours, mois, (debut, nombre) => {
      const { fin, dernier } = termeDe(debut, nombre);
      expect(fin > debut && dernier >= debut && dernier < fin).toBe(true);
      const [annee = 0, rang = 0] = debut.split("-").map(Number);
      const attendu = new Date(Date.UTC(annee, rang - 1 + nombre, 1)).toISOString().slice(0, 7);
      expect(fin.slice(0, 7)).toBe(attendu);
      expect(fin.slice(8) <= debut.slice(8)).toBe(true);
    }),
  );
});

test("les mois d’un contrat repris se retrouvent de ses dates", () => {
  expect(moisEngages({ debut: "2026-01-31", terme: "2026-02-28" })).toBe(1);
  expect(moisEngages({ debut: "2026-01-15", terme: "2026-12-31" })).toBe(12);
  expect(moisEngages({ debut: "2026-01-15", terme: null })).toBe(0);
  fc.assert(
    fc.property(jours, mois, (debut, nombre) => {
      expect(moisEngages({ debut, terme: termeDe(debut, nombre).fin })).toBe(nombre);
    }),
  );
});

test("le bilan suivant ne vient jamais après le dernier jour du contrat", () => {
  fc.assert(
    fc.property(jours, mois, fc.integer({ min: 1, max: 12 }), (debut, nombre, bilan) => {
      const { fin, dernier } = termeDe(debut, nombre);
      const prevu = prochainBilan(debut, bilan, fin);
      expect(prevu >= debut && prevu <= dernier).toBe(true);
      expect(prochainBilan(debut, bilan, null)).toBe(ajouterMois(debut, bilan));
    }),
  );
});

test("dans le Bas-Rhin, six mois renouvelables une fois, sauf en formation", () => {
  const nature = exigerNature(basRhin, "contrat-engagement-generique");
  expect(() => verifierDuree(6, nature)).not.toThrow();
  expect(() => verifierDuree(7, nature)).toThrow("au plus 6 mois");
  expect(() => verifierDuree(6, nature, { renouvellements: 1, mois: 6 })).not.toThrow();
  const epuise = { renouvellements: 2, mois: 12 };
  expect(() => verifierDuree(6, nature, epuise)).toThrow("La limite est atteinte");
  expect(() => verifierDuree(6, nature, epuise, { code: "formation" })).not.toThrow();
  expect(() => verifierDuree(6, nature, epuise, { code: "inventee" })).toThrow("La limite");
});

test("dans le Nord, vingt-quatre mois en tout, davantage à cinquante ans ou avec un handicap", () => {
  const nature = exigerNature(nord, "contrat-engagement");
  expect(() => verifierDuree(12, nature, { renouvellements: 1, mois: 12 })).not.toThrow();
  const trop = { renouvellements: 1, mois: 18 };
  expect(() => verifierDuree(12, nature, trop)).toThrow("24 mois en tout");
  for (const code of ["cinquante-ans", "travailleur-handicape", "formation"]) {
    expect(() => verifierDuree(12, nature, trop, { code })).not.toThrow();
  }
  expect(() =>
    verifierDuree(12, nature, { renouvellements: 3, mois: 30 }, { code: "formation" }),
  ).toThrow("36 mois en tout");
});

test("sans dérogation, une chaîne de renouvellements ne dépasse jamais sa limite", () => {
  for (const nature of [...nord.natures, ...basRhin.natures]) {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }), (durees) => {
        let faits = { renouvellements: 0, mois: 0 };
        for (const duree of durees) {
          try {
            verifierDuree(duree, nature, faits);
          } catch {
            continue;
          }
          faits = { renouvellements: faits.renouvellements + 1, mois: faits.mois + duree };
        }
        expect(faits.mois).toBeLessThanOrEqual(nature.duree.totalMax ?? Infinity);
        expect(faits.renouvellements - 1).toBeLessThanOrEqual(
          nature.duree.renouvellements ?? Infinity,
        );
      }),
    );
  }
});

test("quinze heures par défaut, moins avec un motif, jamais zéro, rien qu’avec un motif de la loi", () => {
  if (!quinzeHeures) throw new Error("no hours");
  const convenues = { precision: "", motif: null } as const;
  const ordinaire = { ...convenues, regime: "ordinaire" } as const;
  expect(() => verifierHeures({ ...ordinaire, hebdomadaires: 15 }, quinzeHeures)).not.toThrow();
  expect(() => verifierHeures({ ...ordinaire, hebdomadaires: 14 }, quinzeHeures)).toThrow("15");
  expect(() => verifierHeures({ ...ordinaire, hebdomadaires: 0 }, quinzeHeures)).toThrow("nulle");
  const reduite = { ...convenues, regime: "reduite", hebdomadaires: 6 } as const;
  expect(() => verifierHeures(reduite, quinzeHeures)).toThrow("motif");
  expect(() => verifierHeures({ ...reduite, motif: "garde" }, quinzeHeures)).not.toThrow();
  expect(() =>
    verifierHeures({ ...reduite, motif: "garde", hebdomadaires: 0 }, quinzeHeures),
  ).toThrow("nulle");
  const dispense = { ...convenues, regime: "dispense", hebdomadaires: null } as const;
  expect(() => verifierHeures(dispense, quinzeHeures)).toThrow("motif");
  expect(() => verifierHeures({ ...dispense, motif: "mobilite" }, quinzeHeures)).toThrow("motif");
  expect(() => verifierHeures({ ...dispense, motif: "parent-isole" }, quinzeHeures)).not.toThrow();
});

test("quoi que l’on saisisse, aucune durée nulle ne passe sans un motif de la loi", () => {
  if (!quinzeHeures) throw new Error("no hours");
  const legaux = quinzeHeures.motifsDispense.map(({ code }) => code);
  const saisie = fc.record({
    regime: fc.constantFrom("ordinaire", "reduite", "dispense"),
    hebdomadaires: fc.option(fc.oneof(fc.constant(0), fc.double({ min: -10, max: 200 }))),
    motif: fc.option(fc.constantFrom("sante", "garde", "parent-isole", "autre")),
    precision: fc.constant(""),
  });
  fc.assert(
    fc.property(saisie, (heures) => {
      try {
        verifierHeures(heures, quinzeHeures);
      } catch {
        return;
      }
      const nombre = heures.hebdomadaires ?? 0;
      if (nombre === 0) expect(legaux).toContain(heures.motif);
      else if (nombre < quinzeHeures.minimum) expect(heures.motif).not.toBeNull();
    }),
  );
});

test("un contrat ne sort que par les passages du tableau, et ce qui est signé ne bouge plus", () => {
  for (const etape of etapesVersion) {
    for (const geste of gestesVersion) {
      for (const validation of [true, false]) {
        try {
          expect(etapesVersion).toContain(passer(etape, geste, { validation }));
          expect(["signee", "abandonnee"]).not.toContain(etape);
        } catch (erreur) {
          expect(erreur).toMatchObject({ code: "contrat.passage-interdit" });
        }
      }
    }
  }
  expect(() => passer("proposee", "signer", { validation: true })).toThrow();
  expect(passer("proposee", "signer", { validation: false })).toBe("signee");
  expect(passer("validee", "signer", { validation: true })).toBe("signee");
  expect(() => devenir("resilie", "renouvele")).toThrow("n’est plus en vigueur");
  expect(
    etatsContrat.filter((suite) => suite !== "signe" && suite !== "en-preparation").length,
  ).toBe(5);
});

test("le régime est celui du jour de la signature, le 31/12/2024 comme le 01/01/2025", () => {
  const cer = exigerNature(somme, "cer-social");
  const engagement = exigerNature(somme, "contrat-engagement");
  expect(natureEnVigueur(cer, "2024-12-31")).toBe(true);
  expect(natureEnVigueur(cer, "2025-01-01")).toBe(false);
  expect(() => exigerRegime(cer, "2025-01-01")).toThrow("régime");
  expect(() => exigerRegime(engagement, "2024-12-31")).toThrow("régime");
  expect(prendLaPlace(engagement, cer)).toBe(true);
  expect(prendLaPlace(cer, engagement)).toBe(false);
  fc.assert(
    fc.property(jours, (jour) => {
      const possibles = naturesAu(somme, jour).map(({ code }) => code);
      expect(possibles.includes("contrat-engagement")).toBe(jour >= "2025-01-01");
      expect(possibles.includes("cer-social")).toBe(jour < "2025-01-01");
      expect(possibles).not.toContain("ppae");
    }),
  );
});

test("dans chaque référentiel, une nature ne se signe que sous son régime, quel que soit le jour", () => {
  for (const nature of [...somme.natures, ...nord.natures, ...basRhin.natures]) {
    const sien = nature.aRemplacer ? "rsa-2009" : "plein-emploi";
    fc.assert(
      fc.property(jours, (jour) => {
        expect(natureEnVigueur(nature, jour)).toBe(regimeDuContrat(jour) === sien);
      }),
    );
  }
  expect(regimeDuContrat("2024-12-31")).toBe("rsa-2009");
  expect(regimeDuContrat("2025-01-01")).toBe("plein-emploi");
});

test("trois signatures dans le Bas-Rhin, avant et après 2025", () => {
  for (const code of ["contrat-engagement-generique", "contrat-engagement"]) {
    expect(exigerNature(basRhin, code).signataires).toEqual([
      "personne",
      "referent",
      "departement",
    ]);
  }
});

test("la signature ne se donne ni à venir, ni avant l’orientation, ni pour un avenant avant le contrat", () => {
  const aujourdhui = "2026-11-22";
  expect(() =>
    verifierJourDeSignature({ signeLe: "2026-11-23", aujourdhui, decideeLe: "2026-11-01" }),
  ).toThrow("à venir");
  for (const decideeLe of ["2026-11-21", null]) {
    expect(() => verifierJourDeSignature({ signeLe: "2026-11-20", aujourdhui, decideeLe })).toThrow(
      "précéder",
    );
  }
  const avenant = { aujourdhui, decideeLe: "2026-11-01", contratSigneLe: "2026-11-10" };
  expect(() => verifierJourDeSignature({ ...avenant, signeLe: "2026-11-09" })).toThrow("avenant");
  expect(() => verifierJourDeSignature({ ...avenant, signeLe: "2026-11-10" })).not.toThrow();
});

test("l’accompagnement social se réexamine à six mois, à douze avec une vulnérabilité", () => {
  expect(moisDeReexamen(null)).toBe(6);
  expect(moisDeReexamen("logement")).toBe(12);
  expect(reexamenLe("2026-08-31", null)).toBe("2027-02-28");
});

test("le rythme du stock suffit toujours à tout signer avant la date", () => {
  expect(somme.stock.valeur).toBe("2027-01-01");
  expect(semainesRestantes("2026-11-22", "2027-01-01")).toBe(6);
  expect(semainesRestantes("2027-01-01", "2027-01-01")).toBe(0);
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 60 }), (restants, semaines) => {
      const chaque = rythme(restants, semaines);
      expect(chaque * semaines).toBeGreaterThanOrEqual(restants);
      if (restants > 0) expect((chaque - 1) * semaines).toBeLessThan(restants);
    }),
  );
});

test("le taux s’additionne, et l’on sait depuis quand il est sous le seuil", () => {
  const somme_ = ajouterPart({ sousContrat: 3, attendus: 4 }, { sousContrat: 0, attendus: 1 });
  expect(somme_).toEqual({ sousContrat: 3, attendus: 5 });
  expect(sousLeSeuil({ sousContrat: 75, attendus: 100 }, 75)).toBe(false);
  expect(sousLeSeuil({ sousContrat: 0, attendus: 0 }, 75)).toBe(false);
  const releves = [
    { le: "2026-11-15", sousContrat: 60, attendus: 100 },
    { le: "2026-11-08", sousContrat: 70, attendus: 100 },
    { le: "2026-11-01", sousContrat: 80, attendus: 100 },
    { le: "2026-10-25", sousContrat: 10, attendus: 100 },
  ];
  const depuis = (sousContrat: number) =>
    sousLeSeuilDepuis({ sousContrat, attendus: 100 }, 75, releves, "2026-11-22");
  expect(depuis(60)).toBe("2026-11-08");
  expect(depuis(80)).toBeNull();
});

test("une signature dessinée se lit, se dessine, et rien d’autre ne passe", () => {
  const trace = lireTrace("[[[10,20],[30,40]],[[30,41]]]");
  expect(dessiner(trace)).toEqual({ largeur: 24, hauteur: 25, chemin: "M2 2L22 22M22 23" });
  for (const texte of ["", "[]", "[[[1,2]]]"]) expect(() => lireTrace(texte)).toThrow("manque");
  for (const texte of ["<svg>", "[1]", '[[["a",1]]]', "[[[1e9,1]]]", "{}"]) {
    expect(() => lireTrace(texte)).toThrow("illisible");
  }
});

test("chaque moment du contrat appelle son courrier, et l’on n’écrit pas à une personne décédée", () => {
  const vu = {
    etat: "signe",
    motifFin: null,
    precedentId: null,
    etape: null,
    validation: true,
    document: true,
  } as const;
  expect(courriersDuContrat(vu)).toEqual(["contrat-signe"]);
  expect(courriersDuContrat({ ...vu, document: false })).toEqual([]);
  const neuf = { ...vu, etat: "en-preparation", document: false } as const;
  expect(courriersDuContrat({ ...neuf, etape: "proposee" })).toEqual([]);
  expect(courriersDuContrat({ ...neuf, etape: "proposee", validation: false })).toEqual([
    "contrat-a-signer",
  ]);
  expect(courriersDuContrat({ ...neuf, etape: "validee" })).toEqual(["contrat-a-signer"]);
  expect(courriersDuContrat({ ...neuf, etape: "refusee" })).toEqual([]);
  expect(courriersDuContrat({ ...neuf, etape: "refusee", precedentId: 3 })).toEqual([
    "renouvellement-refuse",
  ]);
  expect(courriersDuContrat({ ...vu, etat: "termine" })).toEqual(["contrat-fini"]);
  expect(courriersDuContrat({ ...vu, etat: "resilie" })).toEqual(["contrat-resilie"]);
  expect(courriersDuContrat({ ...vu, etat: "resilie", motifFin: "deces" })).toEqual([]);
});
