import { describe, expect, test } from "vitest";
import type { FicheAction } from "#commun/referentiel";
import type { Mesure } from "./mesure.ts";
import { coutParAllocataire, montantDesPlaces, prixDeLaPlace } from "./montant.ts";
import { type PeriodeDePlaces, placesAnnee } from "./places.ts";
import { approche, auCentime, entierAuDessus, multiplier, rationnel } from "./rationnel.ts";

type Prix = FicheAction["prix"];
const forfait = (centimes: number, places: number): Prix => ({
  nature: "forfait",
  lignes: [{ categories: "toutes", centimes, places }],
});
const iod = forfait(9_680_000, 100);
const reference = forfait(3_780_000, 100);
const coaching = forfait(5_250_000, 35);
const mises = forfait(4_000_000, 100);
const aci = forfait(4_162_600, 20);
const social: Prix = {
  nature: "forfait",
  lignes: [
    { categories: ["association", "cias", "epci"], centimes: 3_780_000, places: 120 },
    { categories: ["ccas"], centimes: 3_000_000, places: 120 },
  ],
};

const centimesDe = (mesure: Mesure) => ("indefini" in mesure ? mesure.indefini : auCentime(mesure));
const annee = 2019;
const toute = (places: number): readonly PeriodeDePlaces[] => [
  { du: "2019-01-01", au: "2020-01-01", places },
];

function montant(prix: Prix, periodes = toute(100), prorata: "jour" | "mois" = "mois") {
  const du = montantDesPlaces(prixDeLaPlace(prix, "association"), periodes, annee, prorata);
  return "indefini" in du ? du.indefini : du;
}
const enEuros = (prix: Prix, periodes = toute(100)) => {
  const du = montant(prix, periodes);
  return typeof du === "string" ? du : du.centimes / 100;
};

describe("le prix d’une place (référence 3.4, tableau A)", () => {
  test("le prix d’une place et d’une année est exact au centime", () => {
    expect(centimesDe(prixDeLaPlace(iod, "association"))).toBe(96_800);
    expect(centimesDe(prixDeLaPlace(reference, "association"))).toBe(37_800);
    expect(centimesDe(prixDeLaPlace(coaching, "association"))).toBe(150_000);
    expect(centimesDe(prixDeLaPlace(mises, "association"))).toBe(40_000);
    expect(centimesDe(prixDeLaPlace(aci, "association"))).toBe(208_130);
    expect(centimesDe(prixDeLaPlace(social, "epci"))).toBe(31_500);
    expect(centimesDe(prixDeLaPlace(social, "ccas"))).toBe(25_000);
  });

  test.each([
    ["IOD 100", iod, 100, 96_800],
    ["IOD 60", iod, 60, 58_080],
    ["IOD 45", iod, 45, 43_560],
    ["coaching 35", coaching, 35, 52_500],
    ["coaching 50", coaching, 50, 75_000],
    ["coaching 70", coaching, 70, 105_000],
    ["chantier 7", aci, 7, 14_569.1],
    ["chantier 12", aci, 12, 24_975.6],
    ["mises en situation 33", mises, 33, 13_200],
    ["parcours social 90, association", social, 90, 28_350],
    ["parcours social 130, association", social, 130, 40_950],
  ])("%s", (_, prix, places, euros) => {
    expect(enEuros(prix, toute(places))).toBe(euros);
  });

  test("la référence adossée s’ajoute à l’intervention qu’elle accompagne", () => {
    expect(Number(enEuros(reference, toute(60))) + Number(enEuros(iod, toute(60)))).toBe(80_760);
    expect(Number(enEuros(iod)) + Number(enEuros(reference))).toBe(134_600);
  });

  test("90 places d’un CCAS sont au tarif des CCAS", () => {
    const du = montantDesPlaces(prixDeLaPlace(social, "ccas"), toute(90), annee, "mois");
    expect(du).toMatchObject({ centimes: 2_250_000 });
  });

  test("d’avril à décembre, neuf douzièmes", () => {
    expect(enEuros(iod, [{ du: "2019-04-01", au: null, places: 100 }])).toBe(72_600);
  });

  test("60 places puis 80 au 1er juillet : deux lignes de six mois", () => {
    const periodes = [
      { du: "2019-01-01", au: "2019-07-01", places: 60 },
      { du: "2019-07-01", au: null, places: 80 },
    ];
    expect(montant(iod, periodes)).toMatchObject({
      lignes: [{ centimes: 2_904_000 }, { centimes: 3_872_000 }],
      centimes: 6_776_000,
    });
  });

  test("60 places puis 80 au 16 avril, au jour : 105 et 260 jours, chaque ligne arrondie une fois", () => {
    const periodes = [
      { du: "2019-01-01", au: "2019-04-16", places: 60 },
      { du: "2019-04-16", au: null, places: 80 },
    ];
    expect(montant(iod, periodes, "jour")).toMatchObject({
      lignes: [
        { part: rationnel(105, 365), centimes: 1_670_795 },
        { part: rationnel(260, 365), centimes: 5_516_274 },
      ],
      centimes: 7_187_069,
    });
  });

  test("un mois entamé moins de quinze jours n’est pas dû", () => {
    expect(enEuros(iod, [{ du: "2019-01-18", au: "2019-12-15", places: 100 }])).toBe(80_666.67);
    expect(enEuros(iod, [{ du: "2019-01-17", au: "2019-12-15", places: 100 }])).toBe(88_733.33);
  });

  test("un prix négocié ne se calcule pas : il le dit", () => {
    expect(montant({ nature: "negocie" })).toBe("prix-negocie");
    expect(centimesDe(prixDeLaPlace(social, "entreprise"))).toBe("prix-negocie");
  });
});

describe("les objectifs au prorata des places (tableau B)", () => {
  const attendu = (places: number, n: number, d: number) =>
    multiplier(placesAnnee(Array.from({ length: 12 }, () => places)), rationnel(n, d));

  test("ils restent exacts, et disent combien de sorties entières il faut", () => {
    expect(approche(attendu(60, 50, 100))).toBe(30);
    expect(approche(attendu(60, 15, 100))).toBe(9);
    expect(approche(attendu(45, 50, 100))).toBe(22.5);
    expect(entierAuDessus(attendu(45, 50, 100))).toBe(23);
    expect(approche(attendu(45, 15, 100))).toBe(6.75);
    expect(entierAuDessus(attendu(45, 15, 100))).toBe(7);
    expect(approche(attendu(33, 50, 100))).toBe(16.5);
    expect(approche(attendu(33, 15, 100))).toBe(4.95);
    expect(approche(attendu(90, 20, 100))).toBe(18);
    expect(approche(attendu(60, 40, 100))).toBe(24);
    expect(approche(attendu(40, 25, 100))).toBe(10);
  });

  test("une action ouverte neuf mois doit les trois quarts", () => {
    const places = placesAnnee([null, null, null, ...Array.from({ length: 9 }, () => 60)]);
    expect(approche(multiplier(places, rationnel(1, 2)))).toBe(22.5);
  });
});

describe("le coût de la mesure par allocataire (tableau F)", () => {
  test("par place, par personne et à rotation maximale, chacun avec son dénominateur", () => {
    const cout = coutParAllocataire({
      centimes: 5_250_000,
      places: rationnel(35),
      personnes: 118,
      moisMaximum: 3,
    });
    expect(centimesDe(cout.parPlace)).toBe(150_000);
    expect(centimesDe(cout.parPersonne)).toBe(44_492);
    expect(centimesDe(cout.aRotationMaximale)).toBe(37_500);
  });

  test("sans personne reçue ni durée connue, il n’y a pas de coût par personne", () => {
    const cout = coutParAllocataire({
      centimes: 100,
      places: rationnel(0),
      personnes: 0,
      moisMaximum: null,
    });
    expect(cout).toEqual({
      parPlace: { indefini: "aucune-place" },
      parPersonne: { indefini: "aucun-accompagne" },
      aRotationMaximale: { indefini: "duree-inconnue" },
    });
  });
});
