import type { Mois } from "#offre/comptage";

const NOMS = [
  ...["janvier", "février", "mars", "avril", "mai", "juin"],
  ...["juillet", "août", "septembre", "octobre", "novembre", "décembre"],
] as const;

/** « janvier 2026 » */
export const moisEnMots = (mois: Mois): string =>
  `${NOMS[Number(mois.slice(5, 7)) - 1] ?? mois} ${mois.slice(0, 4)}`;

/** « d’octobre 2026 », « de janvier 2026 » */
export function deMois(mois: Mois): string {
  const dit = moisEnMots(mois);
  return /^[ao]/u.test(dit) ? `d’${dit}` : `de ${dit}`;
}
