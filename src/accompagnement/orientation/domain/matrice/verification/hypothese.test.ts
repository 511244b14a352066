import { expect, test } from "vitest";
import { type ConditionMatrice, chargerReferentiel } from "#commun/referentiel";
import { type But, hypotheses, toutesHypotheses } from "./hypothese.ts";

const [{ valeur: livree }] = chargerReferentiel("somme-2025").matrice;

const conditions = Array.from(
  { length: 30 },
  (_, rang): ConditionMatrice => ({
    sur: "toutes",
    de: [
      { sur: "age", min: 16 + rang, max: 60 },
      { sur: "enfants-a-charge", min: 1 + (rang % 5) },
      { sur: "territoire", parmi: [`T${rang}`] },
      { sur: "capacite", type: "emploi", resteAuMoins: rang },
    ],
  }),
);

const depart = toutesHypotheses({
  matrice: {
    ...livree,
    apres: [],
    avant: conditions.map((si, rang) => ({
      code: `r${rang}`,
      libelle: `règle ${rang}`,
      si,
      siDominante: null,
      alors: { dominante: "sociale", type: null },
      texte: "Essai",
    })),
  },
  questions: [],
});

const toutesFausses: readonly But[] = conditions.map((condition) => ({ condition, vraie: false }));

test("trente règles fausses ensemble se trouvent en deux pas par règle", () => {
  const effort = { pas: 20_000 };
  expect(hypotheses(toutesFausses, depart, effort).next().done).toBe(false);
  expect(20_000 - effort.pas).toBe(2 * conditions.length + 1);
});

test("quand tout essayer serait sans fin, la recherche s’arrête au compteur et le laisse à zéro", () => {
  const [premiere] = conditions;
  if (premiere === undefined) throw new Error("une condition est attendue");
  const jamais: But = {
    condition: { sur: "toutes", de: [premiere, { sur: "non", de: premiere }] },
    vraie: true,
  };
  const effort = { pas: 20_000 };
  expect(hypotheses([...toutesFausses, jamais], depart, effort).next().done).toBe(true);
  expect(effort.pas).toBe(0);
});
