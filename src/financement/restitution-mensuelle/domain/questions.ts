import { dernierJour, type Mois } from "#offre/comptage";
import type { SejourFige } from "./chiffres.ts";

/** What is asked before figures are certified. None forbids to certify: the comment answers. */
export const naturesQuestion = [
  "sorties-a-arbitrer",
  "sans-rencontre",
  "duree-depassee",
  "places-depassees",
] as const;
export type NatureQuestion = (typeof naturesQuestion)[number];

export interface Question {
  readonly nature: NatureQuestion;
  readonly nombre: number;
  /** The stays it speaks of; none for places. */
  readonly sejours: readonly number[];
}

export interface MatiereQuestions {
  readonly mois: Mois;
  readonly corpus: readonly SejourFige[];
  /** Stays met at least once in the month; null where no sheet asks for meetings. */
  readonly rencontres: ReadonlySet<number> | null;
  /** Last day of each stay by its cap; null without one. */
  readonly termes: ReadonlyMap<number, string | null>;
  readonly places: number | null;
}

export function questionsDuMois(matiere: MatiereQuestions): readonly Question[] {
  const { mois, corpus, rencontres, termes, places } = matiere;
  const fin = dernierJour(mois);
  const presents = corpus.filter(({ sortiLe }) => sortiLe === null);
  const idsDe = (sejours: readonly SejourFige[]) => sejours.map(({ id }) => id);
  const trop = places === null ? 0 : presents.length - places;
  const questions: readonly Question[] = [
    question("sorties-a-arbitrer", idsDe(corpus.filter(({ classe }) => classe === "a-arbitrer"))),
    question(
      "sans-rencontre",
      rencontres === null ? [] : idsDe(presents).filter((id) => !rencontres.has(id)),
    ),
    question(
      "duree-depassee",
      idsDe(presents).filter((id) => {
        const terme = termes.get(id) ?? null;
        return terme !== null && terme < fin;
      }),
    ),
    { nature: "places-depassees", nombre: Math.max(0, trop), sejours: [] },
  ];
  return questions.filter(({ nombre }) => nombre > 0);
}

const question = (nature: NatureQuestion, sejours: readonly number[]): Question => ({
  nature,
  nombre: sejours.length,
  sejours,
});
