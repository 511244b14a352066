import { dernierJour, type Mois, moisDe, premierJour } from "./mois.ts";
import { type ClasseComptee, presentEnFinDe, type SejourACompter } from "./sejour.ts";

/** The stays behind each figure of a month, so that each opens its persons and can be frozen with it. */
export interface CorpusMois {
  readonly debut: readonly number[];
  readonly entrees: readonly number[];
  readonly sorties: Readonly<Record<ClasseComptee, readonly number[]>>;
  readonly fin: readonly number[];
}

export function corpusDuMois(sejours: readonly SejourACompter[], mois: Mois): CorpusMois {
  const fin = dernierJour(mois);
  const ids = (garde: (sejour: SejourACompter) => boolean): readonly number[] =>
    sejours.filter(garde).map(({ id }) => id);
  const sortiesEn = (classe: ClasseComptee) =>
    ids(
      (sejour) =>
        sejour.sortiLe !== null &&
        moisDe(sejour.sortiLe) === mois &&
        (sejour.classe ?? "a-arbitrer") === classe,
    );
  return {
    debut: ids(({ entreLe, sortiLe }) => presentALOuverture(entreLe, sortiLe, mois)),
    entrees: ids(({ entreLe }) => moisDe(entreLe) === mois),
    sorties: {
      durable: sortiesEn("durable"),
      transition: sortiesEn("transition"),
      positive: sortiesEn("positive"),
      autre: sortiesEn("autre"),
      "a-arbitrer": sortiesEn("a-arbitrer"),
    },
    fin: ids((sejour) => presentEnFinDe(sejour, fin)),
  };
}

/** Entered before the first day, and not yet out at the end of its eve. */
const presentALOuverture = (entreLe: string, sortiLe: string | null, mois: Mois): boolean => {
  const premier = premierJour(mois);
  return entreLe < premier && (sortiLe === null || sortiLe >= premier);
};
