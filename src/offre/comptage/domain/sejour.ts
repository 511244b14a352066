import { type ClasseSortie, classesSortie } from "#commun/referentiel";

/** What the count reads of a stay. She is there at the end of a day when she has entered and not yet left. */
export interface SejourACompter {
  readonly id: number;
  readonly actionId: number;
  readonly personneId: number;
  readonly entreLe: string;
  /** The day itself is free: the place may be taken again on it. */
  readonly sortiLe: string | null;
  readonly classe: ClasseComptee | null;
}

/** The four classes of exit, and those that wait for a decision: counted as exits, in no class. */
export type ClasseComptee = ClasseSortie | "a-arbitrer";
export const classesComptees: readonly ClasseComptee[] = [...classesSortie, "a-arbitrer"];

export type SortiesParClasse = Readonly<Record<ClasseComptee, number>>;

export const presentEnFinDe = (
  { entreLe, sortiLe }: Pick<SejourACompter, "entreLe" | "sortiLe">,
  jour: string,
): boolean => entreLe <= jour && (sortiLe === null || sortiLe > jour);

export const aucuneSortie: SortiesParClasse = {
  durable: 0,
  transition: 0,
  positive: 0,
  autre: 0,
  "a-arbitrer": 0,
};

export const totalSorties = (sorties: SortiesParClasse): number =>
  classesComptees.reduce((total, classe) => total + sorties[classe], 0);

/** R112: durable, transition and positive. Never added to any of them. */
export const sortiesDynamiques = (sorties: SortiesParClasse): number =>
  sorties.durable + sorties.transition + sorties.positive;

export const sortiesEmploi = (sorties: SortiesParClasse): number =>
  sorties.durable + sorties.transition;
