import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiffresDuMois, type SejourACompter } from "#offre/comptage";
import { echeanceDuMois, horizonDe, moisFini, moisTouches } from "./calendrier.ts";
import { compterLeMois, figer } from "./chiffres.ts";
import { type DatesRestitution, etatAu, exigerPassage, retardAu } from "./etat.ts";
import {
  clesChiffre,
  comparerChiffres,
  comparerCorpus,
  sejoursDuChiffre,
  valeurDe,
} from "./lignes.ts";
import { questionsDuMois } from "./questions.ts";

const regle = { jour: 10, report: "ouvre-suivant" } as const;

describe("le jour où une restitution est due", () => {
  test.each([
    ["2019-01", "2019-02-10", "2019-02-11"],
    ["2019-02", "2019-03-10", "2019-03-11"],
    ["2019-05", "2019-06-10", "2019-06-11"],
    ["2019-07", "2019-08-10", "2019-08-12"],
    ["2019-10", "2019-11-10", "2019-11-12"],
    ["2020-03", "2020-04-10", "2020-04-10"],
    ["2020-04", "2020-05-10", "2020-05-11"],
    ["2020-09", "2020-10-10", "2020-10-12"],
    ["2020-12", "2021-01-10", "2021-01-11"],
    ["2021-03", "2021-04-10", "2021-04-12"],
    ["2021-06", "2021-07-10", "2021-07-12"],
    ["2021-09", "2021-10-10", "2021-10-11"],
  ])("%s : le rappel parle du %s, le retard se compte après le %s", (mois, rappelLe, dueLe) => {
    expect(echeanceDuMois(mois, regle, "metropole")).toEqual({ mois, rappelLe, dueLe });
  });

  test("le Vendredi saint, le Bas-Rhin attend le mardi de Pâques quand le Nord est en retard", () => {
    const nord = echeanceDuMois("2020-03", regle, "metropole");
    const basRhin = echeanceDuMois("2020-03", regle, "alsace-moselle");
    expect(basRhin.dueLe).toBe("2020-04-14");
    const envoi = { premiereTransmissionLe: "2020-04-14" };
    expect(retardAu({ ...nord, ...envoi }, "2020-05-01")).toBe(4);
    expect(retardAu({ ...basRhin, ...envoi }, "2020-05-01")).toBe(0);
  });

  test("sans report, le 10 reste le 10", () => {
    expect(echeanceDuMois("2019-01", { jour: 10, report: "aucun" }, "metropole").dueLe).toBe(
      "2019-02-10",
    );
  });

  test("une action ouverte un jour d’un mois doit ce mois", () => {
    expect(moisTouches({ du: "2019-01-15", au: "2019-03-01" }, "2030-12")).toEqual([
      "2019-01",
      "2019-02",
    ]);
    expect(moisTouches({ du: "2019-01-15", au: "2019-03-02" }, "2030-12")).toEqual([
      "2019-01",
      "2019-02",
      "2019-03",
    ]);
    expect(moisTouches({ du: "2019-01-31", au: "2019-01-31" }, "2030-12")).toEqual([]);
    expect(moisTouches({ du: "2026-11-02", au: null }, horizonDe("2026-11-22")).at(-1)).toBe(
      "2027-12",
    );
  });

  test("un mois n’est fini que le lendemain de son dernier jour", () => {
    expect(moisFini("2019-01", "2019-01-31")).toBe(false);
    expect(moisFini("2019-01", "2019-02-01")).toBe(true);
  });
});

const vierge: DatesRestitution = {
  mois: "2019-01",
  dueLe: "2019-02-11",
  saisieLe: null,
  certifieeLe: null,
  transmiseLe: null,
  premiereTransmissionLe: null,
  renvoyeeLe: null,
  rouverteLe: null,
  accepteeLe: null,
};

describe("l’état d’une restitution se lit dans ses dates", () => {
  test.each([
    ["2019-01-31", {}, "a-venir"],
    ["2019-02-01", {}, "ouverte"],
    ["2019-03-13", {}, "ouverte"],
    ["2019-03-14", {}, "non-transmise"],
    ["2019-02-05", { saisieLe: "2019-02-04" }, "a-certifier"],
    ["2019-02-05", { saisieLe: "2019-02-04", certifieeLe: "2019-02-04" }, "certifiee"],
    ["2019-02-05", { transmiseLe: "2019-02-05" }, "transmise"],
    ["2019-02-09", { renvoyeeLe: "2019-02-08" }, "a-corriger"],
    ["2019-04-09", { rouverteLe: "2019-02-08" }, "a-corriger"],
    ["2019-02-20", { transmiseLe: "2019-02-05", accepteeLe: "2019-02-12" }, "acceptee"],
  ] as const)("le %s, avec %o : %s", (le, dates, etat) => {
    expect(etatAu({ ...vierge, ...dates }, le, 30)).toBe(etat);
  });

  test("jamais transmise, elle est en retard jusqu’à aujourd’hui", () => {
    expect(retardAu(vierge, "2019-02-11")).toBe(0);
    expect(retardAu(vierge, "2019-02-21")).toBe(10);
  });

  test("avant la fin du mois, aucun acte ne passe", () => {
    expect(() => exigerPassage("verifier", "a-venir")).toThrow("Le mois n’est pas fini");
    expect(() => exigerPassage("certifier", "certifiee")).toThrow("déjà certifiée");
    expect(() => exigerPassage("rectifier", "acceptee")).not.toThrow();
  });
});

const jour = (n: number) => new Date(Date.UTC(2019, 0, 1 + n)).toISOString().slice(0, 10);

const unSejour = fc
  .record({
    personneId: fc.integer({ min: 1, max: 6 }),
    entree: fc.integer({ min: -40, max: 120 }),
    duree: fc.option(fc.integer({ min: 0, max: 120 })),
    classe: fc.constantFrom("durable", "transition", "positive", "autre", "a-arbitrer"),
  })
  .map(({ personneId, entree, duree, classe }) => ({
    actionId: 1,
    personneId,
    entreLe: jour(entree),
    sortiLe: duree === null ? null : jour(entree + duree),
    classe: duree === null ? null : classe,
  }));

const desSejours = fc
  .array(unSejour, { maxLength: 20 })
  .map((sejours) => sejours.map((sejour, rang): SejourACompter => ({ id: rang + 1, ...sejour })));
const unMois = fc.constantFrom("2018-12", "2019-01", "2019-02", "2019-03", "2019-04");

describe("les séjours figés", () => {
  test("redonnent exactement les chiffres du mois, quoi qu’il arrive ensuite", () => {
    fc.assert(
      fc.property(desSejours, unMois, (sejours, mois) => {
        const { mois: _, ...attendus } = chiffresDuMois(sejours, mois);
        expect(compterLeMois(figer(sejours, mois), mois)).toEqual(attendus);
      }),
    );
  });

  test("donnent derrière chaque chiffre autant de séjours qu’il en compte", () => {
    fc.assert(
      fc.property(desSejours, unMois, (sejours, mois) => {
        const corpus = figer(sejours, mois);
        const chiffres = compterLeMois(corpus, mois);
        const comptes = clesChiffre.filter((cle) => cle !== "personnes" && cle !== "jours-places");
        for (const cle of comptes) {
          expect(sejoursDuChiffre(corpus, mois, cle), cle).toHaveLength(valeurDe(chiffres, cle));
        }
        const vus = new Set(sejoursDuChiffre(corpus, mois, "personnes"));
        const personnes = corpus.filter(({ id }) => vus.has(id)).map((sejour) => sejour.personneId);
        expect(new Set(personnes).size).toBe(chiffres.personnes);
      }),
    );
  });

  test("la fin d’un mois ouvre le suivant, et chaque mois s’équilibre", () => {
    fc.assert(
      fc.property(desSejours, (sejours) => {
        const janvier = compterLeMois(figer(sejours, "2019-01"), "2019-01");
        const fevrier = compterLeMois(figer(sejours, "2019-02"), "2019-02");
        expect(fevrier.debut).toBe(janvier.fin);
        expect(janvier.debut + janvier.entrees - valeurDe(janvier, "sorties")).toBe(janvier.fin);
      }),
    );
  });

  test("une sortie du mois d’après ne change pas le mois", () => {
    const sejour: SejourACompter = {
      id: 1,
      actionId: 1,
      personneId: 1,
      entreLe: "2019-01-10",
      sortiLe: null,
      classe: null,
    };
    const sortie = { ...sejour, sortiLe: "2019-02-01", classe: "durable" as const };
    expect(figer([sortie], "2019-01")).toEqual(figer([sejour], "2019-01"));
    expect(figer([sortie], "2019-02")).not.toEqual(figer([sejour], "2019-02"));
  });
});

describe("ce qui change d’une version à l’autre", () => {
  const avant = figer(
    [
      { id: 1, actionId: 1, personneId: 1, entreLe: "2019-01-02", sortiLe: null, classe: null },
      { id: 2, actionId: 1, personneId: 2, entreLe: "2019-01-03", sortiLe: null, classe: null },
    ],
    "2019-01",
  );
  const apres = figer(
    [
      {
        id: 1,
        actionId: 1,
        personneId: 1,
        entreLe: "2019-01-02",
        sortiLe: "2019-01-28",
        classe: "durable",
      },
      { id: 3, actionId: 1, personneId: 3, entreLe: "2019-01-03", sortiLe: null, classe: null },
    ],
    "2019-01",
  );

  test("se dit ligne à ligne", () => {
    const lignes = comparerChiffres(
      compterLeMois(avant, "2019-01"),
      compterLeMois(apres, "2019-01"),
    );
    expect(lignes.map(({ cle, avant: a, apres: b }) => `${cle} ${a} ${b}`)).toEqual([
      "sorties 0 1",
      "durable 0 1",
      "fin 2 1",
      "jours-places 59 55",
    ]);
  });

  test("et séjour par séjour", () => {
    expect(comparerCorpus(avant, apres)).toEqual({ ajoutes: [3], retires: [2], changes: [1] });
    expect(comparerCorpus(avant, avant)).toEqual({ ajoutes: [], retires: [], changes: [] });
  });
});

test("on demande ce qui étonne avant de certifier, et rien d’autre", () => {
  const base = { actionId: 1, entreLe: "2019-01-02", sortiLe: null, classe: null } as const;
  const corpus = figer(
    [
      { ...base, id: 1, personneId: 1 },
      { ...base, id: 2, personneId: 2 },
      { ...base, id: 3, personneId: 3, sortiLe: "2019-01-20", classe: "a-arbitrer" },
    ],
    "2019-01",
  );
  const matiere = { mois: "2019-01", corpus, termes: new Map([[2, "2019-01-15"]]), places: 1 };
  expect(questionsDuMois({ ...matiere, rencontres: new Set([2]) })).toEqual([
    { nature: "sorties-a-arbitrer", nombre: 1, sejours: [3] },
    { nature: "sans-rencontre", nombre: 1, sejours: [1] },
    { nature: "duree-depassee", nombre: 1, sejours: [2] },
    { nature: "places-depassees", nombre: 1, sejours: [] },
  ]);
  const calme = { ...matiere, corpus: corpus.slice(0, 1), termes: new Map() };
  expect(questionsDuMois({ ...calme, rencontres: null })).toEqual([]);
});
