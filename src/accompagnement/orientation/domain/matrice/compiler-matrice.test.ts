import fc from "fast-check";
import { expect, test } from "vitest";
import {
  classesOrganisme,
  listerReferentiels,
  type Matrice,
  type TypeOrientation,
  valeurAu,
} from "#commun/referentiel";
import { compilerMatrice } from "./compiler-matrice.ts";
import { phraseProposition } from "./phrase-proposition.ts";
import type { SituationOrientation } from "./proposition.ts";

const rien: SituationOrientation = {
  age: null,
  situationFamiliale: null,
  enfantsACharge: null,
  territoire: null,
  dejaSuivi: null,
  activite: null,
  reponses: {},
  capacites: {},
};

const types: readonly TypeOrientation[] = [
  { code: "emploi", libelle: "Emploi", parent: null, dominante: "emploi", classes: [] },
  { code: "cap", libelle: "Cap", parent: "emploi", dominante: "emploi", classes: [] },
  { code: "pro", libelle: "Pro", parent: null, dominante: "socio-professionnelle", classes: [] },
  { code: "soc", libelle: "Social", parent: null, dominante: "sociale", classes: [] },
];

const matrice: Matrice = {
  version: "essai-1",
  titre: "Essai",
  poids: [
    { question: "HISPRO", reponse: "1901", axe: "emploi", poids: 3, libelle: "expérience récente" },
    { question: "PERMIS", reponse: "1", axe: "emploi", poids: 1, libelle: "permis" },
    {
      question: "DIFDISP",
      reponse: "0502",
      axe: "social",
      poids: 1,
      libelle: "garde d’enfant à organiser",
    },
    { question: "DIFSOC", reponse: "0402", axe: "social", poids: 3, libelle: "santé" },
  ],
  niveaux: {
    emploi: [
      { code: "E1", libelle: "loin de l’emploi", jusqua: 1 },
      { code: "E2", libelle: "proche de l’emploi", jusqua: null },
    ],
    social: [
      { code: "S1", libelle: "peu d’obstacles", jusqua: 2 },
      { code: "S2", libelle: "des obstacles", jusqua: null },
    ],
  },
  grille: [
    { emploi: "E1", social: "S1", dominante: "socio-professionnelle", type: null },
    { emploi: "E1", social: "S2", dominante: "sociale", type: null },
    { emploi: "E2", social: "S1", dominante: "emploi", type: null },
    { emploi: "E2", social: "S2", dominante: "socio-professionnelle", type: null },
  ],
  avant: [
    {
      code: "retraite",
      libelle: "proche de la retraite",
      si: { sur: "age", min: 62, max: null },
      siDominante: null,
      alors: { dominante: "sociale", type: null },
      texte: "Essai",
    },
  ],
  apres: [
    {
      code: "complet",
      libelle: "plus de place en emploi sur le territoire",
      si: { sur: "non", de: { sur: "capacite", type: "cap", resteAuMoins: 1 } },
      siDominante: ["emploi"],
      alors: { dominante: "socio-professionnelle", type: "pro" },
      texte: "Essai",
    },
  ],
  sansReponse: { dominante: "socio-professionnelle", type: null },
};

const proposer = compilerMatrice(matrice, types);

test("la proposition se dit à la personne, les points pour l’emploi d’abord", () => {
  const proposition = proposer({
    ...rien,
    reponses: { DIFDISP: ["0502"], HISPRO: ["1901"], PERMIS: ["1"] },
    capacites: { cap: 4 },
  });
  expect(phraseProposition(proposition)).toBe(
    "Emploi, parce que : expérience récente (+3), permis (+1), garde d’enfant à organiser (−1).",
  );
  expect(proposition).toMatchObject({ type: "cap", scores: { emploi: 4, social: 1 } });
});

test("la seconde issue dit ce qu’il faudrait pour y venir", () => {
  const proposition = proposer({
    ...rien,
    reponses: { HISPRO: ["1901"] },
    capacites: { cap: null },
  });
  expect(proposition.dominante).toBe("emploi");
  expect(proposition.suivante).toEqual({
    dominante: "socio-professionnelle",
    type: "pro",
    pourquoi: "il faudrait 2 points de moins vers l’emploi",
  });
});

test("une règle entendue avant la grille décide seule, et la grille devient la seconde issue", () => {
  const proposition = proposer({
    ...rien,
    age: 63,
    reponses: { HISPRO: ["1901"] },
    capacites: { cap: 1 },
  });
  expect(proposition).toMatchObject({
    dominante: "sociale",
    regles: [{ code: "retraite", moment: "avant" }],
    suivante: { dominante: "emploi", type: "cap" },
    scores: { emploi: 3, social: 0 },
  });
  expect(phraseProposition(proposition)).toBe("Sociale, parce que : proche de la retraite.");
});

test("une règle entendue après la grille corrige la dominante qu’elle vise, et elle seule", () => {
  const reponses = { HISPRO: ["1901"] };
  expect(proposer({ ...rien, reponses, capacites: { cap: 0 } })).toMatchObject({
    dominante: "socio-professionnelle",
    regles: [{ moment: "grille" }, { code: "complet", moment: "apres" }],
    suivante: { dominante: "emploi" },
  });
  expect(proposer({ ...rien, reponses: { DIFSOC: ["0402"] } })).toMatchObject({
    dominante: "sociale",
    regles: [{ moment: "grille" }],
  });
});

test("sans aucune réponse, la matrice le dit et propose ce qu’elle prévoit", () => {
  const proposition = proposer({ ...rien, reponses: { DIFSOC: [] } });
  expect(proposition.regles).toEqual([
    expect.objectContaining({ code: "sans-reponse", moment: "sans-reponse" }),
  ]);
  expect(phraseProposition(proposition)).toBe(
    "Socio-professionnelle, parce que : aucune réponse au diagnostic n’est connue.",
  );
});

const livrees = listerReferentiels().flatMap((referentiel) =>
  referentiel.matrice.map(({ depuis, valeur }) => ({
    nom: referentiel.nom,
    matrice: valeur,
    types: valeurAu(referentiel.orientation, depuis).types,
    questions: valeurAu(referentiel.diagnostic, depuis),
  })),
);

function situations({ questions, types: prevus }: (typeof livrees)[number]) {
  const reponses = fc.record(
    Object.fromEntries(
      questions.map((question) => [
        question.code,
        fc.uniqueArray(fc.constantFrom(...Object.keys(question.reponses), "inconnue"), {
          maxLength: question.multiple ? 4 : 1,
        }),
      ]),
    ),
    { requiredKeys: [] },
  );
  return fc.record({
    age: fc.option(fc.integer({ min: 14, max: 99 })),
    situationFamiliale: fc.option(fc.constantFrom("CEL", "ISO", "MAR", "DIV", "PAC")),
    enfantsACharge: fc.option(fc.integer({ min: 0, max: 9 })),
    territoire: fc.option(fc.string()),
    dejaSuivi: fc.option(fc.constantFrom(...classesOrganisme)),
    activite: fc.option(fc.constantFrom("CHO", "SAL", "ETI", "INV")),
    reponses,
    capacites: fc.dictionary(
      fc.constantFrom(...prevus.map(({ code }) => code)),
      fc.option(fc.integer({ min: 0, max: 50 })),
    ),
  }) as fc.Arbitrary<SituationOrientation>;
}

test.each(livrees)(
  "la matrice de $nom répond à toute situation, toujours de même, et ses contributions font les scores",
  (livree) => {
    const decider = compilerMatrice(livree.matrice, livree.types);
    const encore = compilerMatrice(structuredClone(livree.matrice), livree.types);
    fc.assert(
      fc.property(situations(livree), (situation) => {
        const proposition = decider(situation);
        const somme = (axe: "emploi" | "social") =>
          proposition.contributions
            .filter((ligne) => ligne.axe === axe)
            .reduce((total, { poids }) => total + poids, 0);
        expect(proposition.scores).toEqual({ emploi: somme("emploi"), social: somme("social") });
        expect(proposition.type).not.toBeNull();
        expect(proposition.regles.length).toBeGreaterThan(0);
        expect(phraseProposition(proposition)).toMatch(/^[A-Z][^.]+ : .+\.$/u);
        const remuees = Object.fromEntries(
          Object.entries(situation.reponses).map(([question, donnees]) => [
            question,
            donnees.toReversed(),
          ]),
        );
        expect(encore({ ...situation, reponses: remuees })).toEqual(proposition);
      }),
      { numRuns: 300 },
    );
  },
);
