import type { Dominante, TypeOrientation } from "#commun/referentiel";

/** The types that can be decided: those no other type stands under. */
export function typesFeuilles(types: readonly TypeOrientation[]): readonly TypeOrientation[] {
  const parents = new Set(types.map(({ parent }) => parent));
  return types.filter(({ code }) => !parents.has(code));
}

/** The type proposed when the matrix names only a dominante: the first of the département’s list. */
export function typeParDefaut(
  types: readonly TypeOrientation[],
  dominante: Dominante,
): string | null {
  return typesFeuilles(types).find((type) => type.dominante === dominante)?.code ?? null;
}
