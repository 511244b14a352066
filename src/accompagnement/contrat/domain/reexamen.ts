import { ajouterMois } from "#commun/echeance";

/** Months after which social support is re-examined: CASF L262-31, I and D262-65-2-1. */
export function moisDeReexamen(vulnerabilite: string | null): 6 | 12 {
  return vulnerabilite === null ? 6 : 12;
}

export function reexamenLe(signeLe: string, vulnerabilite: string | null): string {
  return ajouterMois(signeLe, moisDeReexamen(vulnerabilite));
}
