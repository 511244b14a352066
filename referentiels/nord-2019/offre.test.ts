import { expect, test } from "vitest";
import type { FicheAction } from "../../src/commun/referentiel/domain/offre.ts";
import { offre } from "./offre.ts";

const programme = offre[0].valeur;
const parNumero = new Map(programme.fiches.map((fiche) => [fiche.numero, fiche]));

function fiche(numero: string): FicheAction {
  const trouvee = parNumero.get(numero);
  if (!trouvee) throw new Error(`pas de fiche ${numero}`);
  return trouvee;
}

/** Numerator, denominator, target: « 50 durables pour 100 places » is `durables/places 50/100`. */
const cibles = ({ resultats }: FicheAction) =>
  resultats.map(
    ({ numerateur, denominateur, cible }) =>
      `${numerateur}/${denominateur} ${cible ? `${cible.n}/${cible.d}` : "libre"}`,
  );

const prixParPlace = ({ prix }: FicheAction) =>
  prix.nature === "forfait"
    ? prix.lignes.map(({ centimes, places }) => centimes / places / 100)
    : "negocie";

const occupation = "occupation/places 1/1";
const mediations = ["sorties-durables/places 50/100", "sorties-transition/places 15/100"];

/** Numéro, mode and base, price of a place, awaited results, contract, duration, rhythm, follow-up. */
const guide = [
  ["I.1", "mensuel 100", [968], mediations, "par-la-reference", "12 m", "2/mois", "6 emploi"],
  ["I.2", "mensuel 100", [378], [occupation], "possible", "libre", "libre", "6 emploi"],
  ["I.3", "mensuel 100", [968], mediations, "possible", "12 m", "libre", "6 emploi"],
  [
    "II.1",
    "annuel",
    "negocie",
    ["sorties-durables/sorties 30/100", "sorties-dynamiques/sorties 70/100", occupation],
    "sans",
    "libre",
    "libre",
    "6 emploi",
  ],
  [
    "II.2",
    "mensuel 35",
    [1500],
    [
      "sorties-emploi/sorties 80/100",
      "sorties-durables/sorties 50/100",
      "sorties-transition/sorties 30/100",
      occupation,
    ],
    "obligatoire",
    "3 m",
    "1/semaine",
    "aucun",
  ],
  [
    "III.1",
    "mensuel 100",
    [400],
    ["sorties-durables/sorties 25/100", "sorties-dynamiques/sorties 60/100", occupation],
    "possible",
    "12 m",
    "2/mois",
    "6 formation-ou-emploi",
  ],
  [
    "III.2",
    "annuel",
    "negocie",
    ["plans-action/places 25/100", occupation],
    "possible",
    "libre",
    "libre",
    "aucun",
  ],
  [
    "IV",
    "mensuel 20",
    [2081.3],
    ["sorties-dynamiques/sorties 50/100", "formes/accompagnes 1/1", occupation],
    "possible",
    "4 à 24 m",
    "1/mois",
    "3 fin-de-contrat",
  ],
  [
    "V",
    "annuel",
    "negocie",
    [occupation, "freins-leves/freins 80/100"],
    "sans",
    "libre",
    "libre",
    "aucun",
  ],
  [
    "VI.1",
    "mensuel 120",
    [250, 315],
    ["acces-action-professionnelle/places 20/100", "sorties-positives/sorties 30/100", occupation],
    "obligatoire",
    "libre",
    "libre",
    "aucun",
  ],
  [
    "VI.2",
    "annuel",
    "negocie",
    ["sorties/places 40/100", occupation],
    "selon-type",
    "libre",
    "libre",
    "aucun",
  ],
] as const;

function dureeDe({ duree: { minMois, maxMois } }: FicheAction): string {
  if (maxMois === null) return "libre";
  return minMois === null ? `${maxMois} m` : `${minMois} à ${maxMois} m`;
}

test.each(guide)("la fiche %s dit ce que dit le guide de 2019", (...attendue) => {
  const [numero] = attendue;
  const une = fiche(numero);
  const { mode, base } = une.comptage;
  expect([
    une.numero,
    mode === "annuel" ? mode : `mensuel ${base}`,
    prixParPlace(une),
    cibles(une),
    une.contractualisation.nature,
    dureeDe(une),
    une.rythme === null ? "libre" : `${une.rythme.minimum}/${une.rythme.par}`,
    une.suivi === null ? "aucun" : `${une.suivi.mois} ${une.suivi.depuis}`,
  ]).toEqual([...attendue]);
});

test("les six axes ont onze fiches, dans l’ordre du guide", () => {
  expect(programme.axes.map(({ numero }) => numero)).toEqual(
    ["I", "II", "III", "IV", "V", "VI"].map((numero) => `Axe ${numero}`),
  );
  expect(programme.fiches.map(({ numero }) => numero)).toEqual(guide.map(([numero]) => numero));
});

test("les quatre critères de qualité sont les mêmes partout, et chaque fiche cite son annexe", () => {
  for (const une of programme.fiches) {
    expect(une.criteres).toHaveLength(4);
    expect(une.texte).toMatch(/annexes? n° \d\d/u);
  }
});

test("les cas particuliers du guide sont là : ACI, CCAS, types sans contrat, suivi en emploi", () => {
  expect(fiche("IV")).toMatchObject({
    socle: "entree",
    duree: { exceptions: [{ code: "50-ans" }, { code: "rqth" }] },
  });
  expect(fiche("VI.1").prix).toMatchObject({
    lignes: [{ categories: ["ccas"], centimes: 3_000_000, places: 120 }, {}],
  });
  expect(fiche("VI.1").gardeLeSuivi).toBe(true);
  expect(fiche("VI.2").resultats[0]?.types).toEqual(["parcours"]);
  const suivi = fiche("II.1").resultats.filter(
    ({ types }) => types === null || types.includes("suivi-emploi"),
  );
  expect(suivi.map(({ numerateur }) => numerateur)).toEqual(["occupation"]);
  expect(fiche("I.1").adosseeA).toBe("i-2");
});
