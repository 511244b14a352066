import type { ListColumn } from "#platform/db/list/definition.ts";

interface Presentation {
  /** Shown without being asked for, in this order; the others wait. */
  readonly visibles: readonly string[];
  /** Under the name, on a phone. */
  readonly faits: readonly string[];
}

/** The columns of persons as a list of orientation shows them: its own question first, the whole name in the first column. */
export function presenter(
  colonnes: readonly ListColumn[],
  { visibles, faits }: Presentation,
): readonly ListColumn[] {
  const rang = ({ key }: ListColumn) =>
    visibles.includes(key) ? visibles.indexOf(key) : visibles.length;
  return colonnes
    .map(({ phone: _, ...colonne }) => ({
      ...colonne,
      defaultVisible: visibles.includes(colonne.key),
      ...(faits.includes(colonne.key) && { phone: "fact" as const }),
    }))
    .toSorted((a, b) => rang(a) - rang(b));
}
