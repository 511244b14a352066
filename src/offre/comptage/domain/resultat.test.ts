import { describe, expect, test } from "vitest";
import type { ResultatAttendu } from "#commun/referentiel";
import { estDefinie, type Mesure } from "./mesure.ts";
import { approche, enPourcent, rationnel } from "./rationnel.ts";
import { type FaitsDeResultat, resultatAttendu } from "./resultat.ts";
import { aucuneSortie, type SortiesParClasse, sortiesDynamiques, totalSorties } from "./sejour.ts";

const pourcent = (mesure: Mesure, decimales = 2) =>
  estDefinie(mesure) ? enPourcent(mesure, decimales) : mesure.indefini;

const sorties = (parClasse: Partial<SortiesParClasse>): SortiesParClasse => ({
  ...aucuneSortie,
  ...parClasse,
});

const faits = (connus: Partial<FaitsDeResultat>): FaitsDeResultat => ({
  sorties: aucuneSortie,
  places: rationnel(60),
  accompagnes: 0,
  occupation: rationnel(1),
  accesActionProfessionnelle: 0,
  formes: 0,
  freinsTravailles: 0,
  freinsLeves: 0,
  plansAction: 0,
  misesEmploi: 0,
  entreesFormation: 0,
  ...connus,
});

function attendu(
  numerateur: ResultatAttendu["numerateur"],
  denominateur: ResultatAttendu["denominateur"],
  cible: number | null,
  reste: Partial<ResultatAttendu> = {},
): ResultatAttendu {
  return {
    code: numerateur,
    libelle: numerateur,
    numerateur,
    denominateur,
    cible: cible === null ? null : { n: cible, d: 100 },
    types: null,
    sousReserveOrientation: false,
    ...reste,
  };
}

const conditions = { ficheType: null, orientationSuffisante: true };
const calculer = (resultat: ResultatAttendu, connus: Partial<FaitsDeResultat>) => {
  const { taux, atteinte } = resultatAttendu(resultat, faits(connus), conditions);
  return [pourcent(taux), pourcent(atteinte)];
};

const coaching = sorties({ durable: 54, transition: 30, positive: 12, autre: 24 });

describe("chaque taux a son dénominateur (tableau E)", () => {
  test("I.1, 60 places : les sorties se rapportent aux places", () => {
    const connus = { sorties: sorties({ durable: 26, transition: 11 }), places: rationnel(60) };
    expect(calculer(attendu("sorties-durables", "places", 50), connus)).toEqual([43.33, 86.67]);
    expect(calculer(attendu("sorties-transition", "places", 15), connus)).toEqual([18.33, 122.22]);
  });

  test("S29 : II.2, 120 sorties : les sorties se rapportent aux sorties", () => {
    const connus = { sorties: coaching };
    expect(totalSorties(coaching)).toBe(120);
    expect(sortiesDynamiques(coaching)).toBe(96);
    expect(calculer(attendu("sorties-durables", "sorties", 50), connus)).toEqual([45, 90]);
    expect(calculer(attendu("sorties-transition", "sorties", 30), connus)).toEqual([25, 83.33]);
    expect(calculer(attendu("sorties-emploi", "sorties", 80), connus)).toEqual([70, 87.5]);
    expect(calculer(attendu("sorties-dynamiques", "sorties", 60), connus)).toEqual([80, 133.33]);
    expect(calculer(attendu("sorties-dynamiques", "sorties", 70), connus)).toEqual([80, 114.29]);
  });

  test("IV : la formation se rapporte aux personnes accompagnées, non à celles qui sont sorties", () => {
    const connus = {
      sorties: sorties({ durable: 2, positive: 2, autre: 5 }),
      accompagnes: 19,
      formes: 17,
    };
    expect(calculer(attendu("sorties-dynamiques", "sorties", 50), connus)).toEqual([44.44, 88.89]);
    expect(calculer(attendu("formes", "accompagnes", 100), connus)).toEqual([89.47, 89.47]);
  });

  test("V : les freins levés se rapportent aux freins travaillés", () => {
    const connus = { freinsTravailles: 150, freinsLeves: 118 };
    expect(calculer(attendu("freins-leves", "freins", 80), connus)).toEqual([78.67, 98.33]);
  });

  test("S31 : VI.1, les sorties positives à la lettre, les durables à côté et jamais avec", () => {
    const connus = { sorties: sorties({ positive: 25, durable: 9, autre: 44 }) };
    const resultat = attendu("sorties-positives", "sorties", 30);
    expect(calculer(resultat, connus)).toEqual([32.05, 106.84]);
    const lu = resultatAttendu(resultat, faits(connus), conditions);
    expect(lu.atteint).toBe(true);
    expect(lu.lectureVoisine?.numerateur).toBe(34);
    expect(pourcent(lu.lectureVoisine?.taux ?? { indefini: "aucune-sortie" })).toBe(43.59);
  });

  test("VI.1, VI.2 et III.2 se rapportent aux places (tableau B)", () => {
    const acces = attendu("acces-action-professionnelle", "places", 20);
    const places = rationnel(90);
    expect(calculer(acces, { places, accesActionProfessionnelle: 21 })[1]).toBe(116.67);
    const lu = resultatAttendu(acces, faits({ places }), conditions);
    expect(lu.attendu && approche(lu.attendu)).toBe(18);
    const renouvellement = attendu("sorties", "places", 40);
    expect(calculer(renouvellement, { sorties: sorties({ autre: 22 }) })[1]).toBe(91.67);
    const plans = attendu("plans-action", "places", 25);
    expect(calculer(plans, { places: rationnel(40), plansAction: 11 })[0]).toBe(27.5);
  });

  test("Bas-Rhin : les mises à l’emploi se rapportent aux personnes accompagnées, sans cible commune", () => {
    const connus = { accompagnes: 180, misesEmploi: 41 + 22 + 9 + 6 };
    const resultat = attendu("mises-emploi", "accompagnes", null);
    expect(calculer(resultat, connus)).toEqual([43.33, "sans-cible"]);
  });

  test("l’occupation est le taux déjà lu, contre sa cible", () => {
    const connus = { occupation: rationnel(1177, 1200) };
    expect(calculer(attendu("occupation", "places", 100), connus)).toEqual([98.08, 98.08]);
  });
});

describe("un taux qui n’existe pas dit pourquoi, et n’est jamais 0 %", () => {
  test("sans sortie, sans place, sans personne ou sans frein", () => {
    const sansBase = { places: rationnel(0) };
    const cause = (base: ResultatAttendu["denominateur"]) =>
      calculer(attendu("sorties-durables", base, 50), sansBase);
    expect(cause("sorties")).toEqual(["aucune-sortie", "aucune-sortie"]);
    expect(cause("places")).toEqual(["aucune-place", "aucune-place"]);
    expect(cause("accompagnes")[0]).toBe("aucun-accompagne");
    expect(cause("freins")[0]).toBe("aucun-frein");
  });

  test("un résultat propre à un type d’action ne se lit pas ailleurs", () => {
    const resultat = attendu("sorties", "places", 40, { types: ["1"] });
    const lire = (ficheType: string | null) =>
      resultatAttendu(resultat, faits({ sorties: coaching }), { ...conditions, ficheType });
    expect(lire("2").taux).toEqual({ indefini: "hors-condition" });
    expect(lire("1").taux).toEqual(rationnel(2));
  });

  test("une cible manquée faute d’orientations n’est pas jugée ; atteinte, elle l’est", () => {
    const resultat = attendu("sorties-durables", "places", 50, { sousReserveOrientation: true });
    const lire = (durable: number) =>
      resultatAttendu(resultat, faits({ sorties: sorties({ durable }) }), {
        ficheType: null,
        orientationSuffisante: false,
      });
    expect(lire(26).taux).toEqual(rationnel(26, 60));
    expect(lire(26).atteinte).toEqual({ indefini: "orientation-insuffisante" });
    expect(lire(26).atteint).toBeNull();
    expect(lire(30).atteint).toBe(true);
  });

  test("une occupation non transmise le reste", () => {
    const lu = calculer(attendu("occupation", "places", 100), {
      occupation: { indefini: "non-transmise" },
    });
    expect(lu).toEqual(["non-transmise", "non-transmise"]);
  });
});
