import type { Dominante, TypeOrientation } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";

/** Only a leaf of the tree is decided for a person. */
export function feuilles(types: readonly TypeOrientation[]): readonly TypeOrientation[] {
  const parents = new Set(types.map(({ parent }) => parent));
  return types.filter(({ code }) => !parents.has(code));
}

/** The types a dominante may take, the one asked first. */
export function typesPossibles(
  types: readonly TypeOrientation[],
  { dominante, type }: { readonly dominante: Dominante; readonly type: string | null },
): readonly string[] {
  const ceux = feuilles(types)
    .filter((un) => un.dominante === dominante)
    .map(({ code }) => code);
  return type === null ? ceux : [type, ...ceux.filter((code) => code !== type)];
}

/** @throws DomainError `orientation.type-inconnu` */
export function exigerType(types: readonly TypeOrientation[], code: string): TypeOrientation {
  const type = feuilles(types).find((un) => un.code === code);
  if (type) return type;
  throw new DomainError(
    "orientation.type-inconnu",
    "Ce type d’orientation n’existe pas dans les règles qui s’appliquent à ce jour. Choisissez-en un autre, ou refaites la proposition.",
    { type: code },
  );
}

export function libelleType(types: readonly TypeOrientation[], code: string | null): string {
  return types.find((type) => type.code === code)?.libelle ?? code ?? "type à choisir";
}
