import { describe, expect, test } from "vitest";
import { chiffresDeLAnnee } from "./annee.ts";
import { chiffresDesMois, chiffresDuMois } from "./compter.ts";
import { corpusDuMois } from "./corpus.ts";
import { estDefinie, type Mesure } from "./mesure.ts";
import { moisDeLAnnee } from "./mois.ts";
import {
  type MoisOccupe,
  occupation,
  occupationAnnuelle,
  occupationMensuelle,
} from "./occupation.ts";
import { placesDuMois } from "./places.ts";
import { enPourcent, rationnel } from "./rationnel.ts";
import { type SejourACompter, totalSorties } from "./sejour.ts";

const pourcent = (mesure: Mesure, decimales = 4) =>
  estDefinie(mesure) ? enPourcent(mesure, decimales) : mesure.indefini;

/** Table D: nine persons, five places, the third of them entering twice. */
const lignes: readonly [number, string, string | null, SejourACompter["classe"]][] = [
  [1, "2018-12-10", "2019-01-31", "durable"],
  [2, "2019-01-02", null, null],
  [3, "2019-01-15", "2019-01-15", "autre"],
  [3, "2019-03-04", null, null],
  [4, "2019-01-20", "2019-02-28", "transition"],
  [5, "2019-01-31", null, null],
  [6, "2019-02-28", null, null],
  [7, "2019-02-05", "2019-02-20", "positive"],
  [8, "2018-12-01", "2019-02-28", "autre"],
  [9, "2018-12-20", "2019-03-31", "a-arbitrer"],
];
const trimestre: readonly SejourACompter[] = lignes.map(
  ([personneId, entreLe, sortiLe, classe], rang) => ({
    id: rang + 1,
    actionId: 1,
    personneId,
    entreLe,
    sortiLe,
    classe,
  }),
);

describe("un trimestre, personne par personne (tableau D)", () => {
  test.each([
    ["2019-01", 3, 4, 2, 5, 7, 100],
    ["2019-02", 5, 2, 3, 4, 7, 80],
    ["2019-03", 4, 1, 1, 4, 5, 80],
  ])("%s", (mois, debut, entrees, sorties, fin, personnes, taux) => {
    const chiffres = chiffresDuMois(trimestre, mois);
    expect(chiffres).toMatchObject({ mois, debut, entrees, fin, personnes });
    expect(totalSorties(chiffres.sorties)).toBe(sorties);
    expect(pourcent(occupation({ presents: chiffres.fin, places: 5, transmis: true }))).toBe(taux);
  });

  test("les classes de chaque mois sont celles des sorties de ce mois", () => {
    expect(chiffresDuMois(trimestre, "2019-01").sorties).toMatchObject({ durable: 1, autre: 1 });
    expect(chiffresDuMois(trimestre, "2019-02").sorties).toMatchObject({
      transition: 1,
      positive: 1,
      autre: 1,
    });
    expect(chiffresDuMois(trimestre, "2019-03").sorties).toMatchObject({ "a-arbitrer": 1 });
  });

  test("sur le trimestre : 9 personnes, 7 entrées, 6 sorties, 440 journées de place sur 450", () => {
    const { mois, personnes } = chiffresDesMois(trimestre, { du: "2019-01", au: "2019-03" });
    const total = (valeur: (chiffres: (typeof mois)[number]) => number) =>
      mois.reduce((somme, chiffres) => somme + valeur(chiffres), 0);
    expect(personnes).toBe(9);
    expect(total(({ entrees }) => entrees)).toBe(7);
    expect(total(({ sorties }) => totalSorties(sorties))).toBe(6);
    expect(total((chiffres) => chiffres.personnes)).toBe(19);
    expect(total(({ joursPlaces }) => joursPlaces)).toBe(440);
    expect(enPourcent(rationnel(440, 450))).toBe(97.78);
  });

  test("S17 : qui entre et sort le même jour compte une entrée, une sortie, une personne, aucune place", () => {
    const [seul] = trimestre.filter(({ sortiLe }) => sortiLe === "2019-01-15");
    expect(chiffresDuMois(seul ? [seul] : [], "2019-01")).toEqual({
      mois: "2019-01",
      debut: 0,
      entrees: 1,
      sorties: { durable: 0, transition: 0, positive: 0, autre: 1, "a-arbitrer": 0 },
      fin: 0,
      personnes: 1,
      joursPlaces: 0,
    });
  });

  test("qui part et qui prend sa place le même jour ne l’occupent qu’une fois", () => {
    const echange = trimestre.filter(({ id }) => id === 1 || id === 6);
    expect(chiffresDuMois(echange, "2019-01").fin).toBe(1);
  });

  test("chaque chiffre a ses séjours", () => {
    expect(corpusDuMois(trimestre, "2019-01")).toEqual({
      debut: [1, 9, 10],
      entrees: [2, 3, 5, 6],
      sorties: { durable: [1], transition: [], positive: [], autre: [3], "a-arbitrer": [] },
      fin: [2, 5, 6, 9, 10],
    });
  });

  test("une action sans séjour se compte aussi : zéro est un chiffre", () => {
    expect(chiffresDuMois([], "2019-08")).toMatchObject({ debut: 0, entrees: 0, fin: 0 });
  });
});

const fins = [92, 95, 98, 100, 100, 102, 101, 99, 97, 96, 100, 100];
const annee: readonly MoisOccupe[] = moisDeLAnnee(2019).map((mois, rang) => ({
  mois,
  presents: fins[rang] ?? 0,
  places: 100,
  transmis: true,
}));

describe("l’occupation d’une file active mensuelle (tableau C, S19)", () => {
  test("quatre lectures défendables d’une même année : la convention en nomme une", () => {
    const lue = occupationMensuelle(annee, "moyenne-plafonnee");
    expect(pourcent(lue.retenue)).toBe(98.0833);
    expect(pourcent(lue.moyennePlafonnee)).toBe(98.0833);
    expect(pourcent(lue.moyenne)).toBe(98.3333);
    expect(pourcent(lue.minimum)).toBe(92);
    expect(lue.moisPleins).toBe(6);
    expect(occupationMensuelle(annee, "minimum").retenue).toEqual(rationnel(92, 100));
  });

  test("lue au 31 décembre, l’année est pleine", () => {
    const lue = occupationAnnuelle({ presents: 100, personnes: 140, places: 100 }, "stock-31-12");
    expect(pourcent(lue.retenue)).toBe(100);
  });

  test("en mode annuel, 38 présents le dernier jour ou 57 reçus pour 40 places", () => {
    const compte = { presents: 38, personnes: 57, places: 40 };
    expect(pourcent(occupationAnnuelle(compte, "stock-31-12").retenue)).toBe(95);
    expect(pourcent(occupationAnnuelle(compte, "cumul-annee").retenue)).toBe(142.5);
    expect(pourcent(occupationAnnuelle(compte, "stock-31-12").cumul)).toBe(142.5);
  });

  test("S23 : août à zéro est 0 %, août non transmis n’est pas connu", () => {
    const aout = { presents: 0, places: 100 };
    expect(occupation({ ...aout, transmis: true })).toEqual(rationnel(0));
    expect(occupation({ ...aout, transmis: false })).toEqual({ indefini: "non-transmise" });
    const sansAout = annee.map((mois) => ({ ...mois, transmis: mois.mois !== "2019-08" }));
    const lue = occupationMensuelle(sansAout, "moyenne-plafonnee");
    expect(lue).toMatchObject({ moisComptes: 11, moisAttendus: 12 });
    expect(pourcent(lue.retenue)).toBe(98);
  });

  test("les places d’avril sont celles de son dernier jour", () => {
    const periodes = [
      { du: "2019-01-01", au: "2019-04-16", places: 60 },
      { du: "2019-04-16", au: null, places: 80 },
    ];
    expect(placesDuMois(periodes, "2019-03")).toBe(60);
    expect(placesDuMois(periodes, "2019-04")).toBe(80);
    expect(placesDuMois(periodes, "2018-12")).toBeNull();
  });

  test("un mois avant l’ouverture n’entre pas dans la moyenne", () => {
    const ouverte = annee.map((mois) => ({ ...mois, places: mois.mois < "2019-04" ? null : 100 }));
    const lue = occupationMensuelle(ouverte, "moyenne-plafonnee");
    expect(lue).toMatchObject({ moisComptes: 9, moisAttendus: 9 });
    expect(occupationMensuelle([], "moyenne").retenue).toEqual({ indefini: "aucune-place" });
  });
});

describe("une année comptée", () => {
  const comptes = chiffresDesMois(trimestre, { du: "2019-01", au: "2019-03" });

  test("elle s’ouvre au premier mois, se ferme au dernier et ne compte chaque personne qu’une fois", () => {
    const chiffres = chiffresDeLAnnee({
      comptes,
      places: [5, 5, 5],
      mode: "file-active-mensuelle",
      regle: { occupation: "moyenne-plafonnee", annuel: "stock-31-12" },
    });
    expect(chiffres).toMatchObject({
      debut: 3,
      entrees: 7,
      fin: 4,
      personnes: 9,
      joursPlaces: 440,
    });
    expect(totalSorties(chiffres.sorties)).toBe(6);
    expect(chiffres.places).toEqual(rationnel(15, 12));
    expect(pourcent(chiffres.occupation)).toBe(86.6667);
  });

  test("en mode annuel, l’occupation est celle que le référentiel nomme", () => {
    const lire = (annuel: "cumul-annee" | "stock-31-12") =>
      chiffresDeLAnnee({
        comptes,
        places: [5, 5, 5],
        mode: "annuel",
        regle: { occupation: "moyenne", annuel },
        nonTransmis: new Set(["2019-02"]),
      });
    expect(pourcent(lire("stock-31-12").occupation)).toBe(80);
    expect(pourcent(lire("cumul-annee").occupation)).toBe(180);
    expect(lire("cumul-annee").mensuelle).toMatchObject({ moisComptes: 2, moisAttendus: 3 });
  });
});
