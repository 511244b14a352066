import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ConditionMatrice,
  chargerReferentiel,
  listerReferentiels,
  valeurAu,
} from "#commun/referentiel";
import { conditionEnMots, siEnMots } from "./condition-en-mots.ts";

const { matrice, orientation, diagnostic } = chargerReferentiel("nord-2019");
const cadre = { questions: diagnostic[0].valeur, types: orientation[0].valeur.types };
const dire = (condition: ConditionMatrice) => conditionEnMots(condition, cadre);

test("une règle se lit en français, questions, codes et types nommés", () => {
  expect(matrice[0].valeur.avant.map((regle) => siEnMots(regle, cadre))).toEqual([
    "Si son activité est « Travailleur non salarié du régime général », « Auto-entrepreneur » ou « Conjoint collaborateur d’un travailleur indépendant »",
    "Si à « Voulez-vous créer ou reprendre une entreprise ? », elle a répondu « Oui », et il reste au moins 1 place en « Accompagnement des entrepreneurs et travailleurs indépendants » sur son territoire",
    "Si à « Où habitez-vous ? », elle a répondu « Logement d’urgence : foyer d’urgence », « Logement d’urgence : CHRS (centre d’hébergement et de réinsertion sociale) », « Logement d’urgence : hôtel social » ou « Logement précaire : sans hébergement », et elle a au moins 1 enfant à charge",
  ]);
  expect(matrice[0].valeur.apres.map((regle) => siEnMots(regle, cadre))).toEqual([
    "Si elle a de 18 à 29 ans, et il reste au moins 1 place en « Aller directement à l’emploi (médiation, IOD) » sur son territoire, quand la grille donne « Emploi »",
    "S’il ne reste aucune place en « Orientation sociale » sur son territoire, et à « Pouvez-vous engager une recherche d’emploi maintenant ? », elle a répondu « Oui », quand la grille donne « Sociale »",
  ]);
});

test("le contraire se dit jusqu’au bout, et ce qui est groupé se lit entre parenthèses", () => {
  const seul: ConditionMatrice = { sur: "situation-familiale", parmi: ["CEL", "DIV"] };
  const suivi: ConditionMatrice = { sur: "deja-suivi", classes: ["mission-locale"] };
  const jeune: ConditionMatrice = { sur: "age", min: 16, max: 25 };
  expect(dire({ sur: "toutes", de: [jeune, { sur: "une-de", de: [seul, suivi] }] })).toBe(
    "elle a de 16 à 25 ans, et (sa situation familiale est « Célibataire » ou « Divorcé(e) », ou elle est déjà suivie par « Mission locale »)",
  );
  expect(dire({ sur: "non", de: { sur: "une-de", de: [jeune, suivi] } })).toBe(
    "elle a moins de 16 ans ou plus de 25 ans ou son âge n’est pas connu, et elle n’est pas déjà suivie par « Mission locale »",
  );
  expect(dire({ sur: "non", de: { sur: "non", de: seul } })).toBe(dire(seul));
});

test("une condition et son contraire ne se disent jamais pareil", () => {
  const simple = fc.oneof(
    fc.record({
      sur: fc.constant("age" as const),
      min: fc.integer({ min: 16, max: 60 }),
      max: fc.constantFrom(null, 65),
    }),
    fc.record({
      sur: fc.constant("enfants-a-charge" as const),
      min: fc.integer({ min: 1, max: 5 }),
    }),
    fc.record({
      sur: fc.constant("capacite" as const),
      type: fc.constantFrom(...cadre.types.map(({ code }) => code)),
      resteAuMoins: fc.nat({ max: 12 }),
    }),
    fc.record({ sur: fc.constant("territoire" as const), parmi: fc.constant(["Lille"]) }),
  );
  fc.assert(
    fc.property(simple, (condition) => {
      expect(dire({ sur: "non", de: condition })).not.toBe(dire(condition));
    }),
  );
});

test("aucune règle livrée ne montre un code à qui la lit", () => {
  for (const livre of listerReferentiels()) {
    const [{ valeur, depuis }] = livre.matrice;
    const lui = {
      questions: valeurAu(livre.diagnostic, depuis),
      types: valeurAu(livre.orientation, depuis).types,
    };
    for (const regle of [...valeur.avant, ...valeur.apres]) {
      expect(siEnMots(regle, lui)).not.toMatch(/code inconnu|\b\d{4}\b/u);
    }
  }
});
