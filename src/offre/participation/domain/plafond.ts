import { ajouterJours, ajouterMois } from "#commun/echeance";
import type { FicheAction } from "#commun/referentiel";

type Duree = FicheAction["duree"];

/** Days during which a stay is stopped; `au` is the first day it goes on again, `null` while nobody knows it. */
export interface Suspension {
  readonly motif: "formation" | "arret";
  readonly du: string;
  readonly au: string | null;
}

interface SejourBorne {
  readonly entreLe: string;
  /** Months of each renewal granted. */
  readonly renouvellements: readonly number[];
  readonly suspensions: readonly Suspension[];
}

const JOUR_MS = 86_400_000;
export const ecartEnJours = (du: string, au: string): number =>
  Math.round((Date.parse(au) - Date.parse(du)) / JOUR_MS);

/**
 * First day past the cap: date to date from the entry for all the months granted at once, then later by each day
 * suspended. Suspensions that overlap count once; one that begins before the cap pushes it by its whole length, one
 * that begins after does not. `null` without a cap, or while a suspension that pushes it has no end.
 */
export function termeDuSejour(duree: Duree, sejour: SejourBorne): string | null {
  if (duree.maxMois === null) return null;
  const mois = sejour.renouvellements.reduce((somme, un) => somme + un, duree.maxMois);
  let terme = ajouterMois(sejour.entreLe, mois);
  const comptees = sejour.suspensions.filter(({ motif }) => duree.suspenduePar.includes(motif));
  for (const { du, au } of unir(comptees, sejour.entreLe)) {
    if (du >= terme) break;
    if (au === null) return null;
    terme = ajouterJours(terme, ecartEnJours(du, au));
  }
  return terme;
}

interface Intervalle {
  readonly du: string;
  readonly au: string | null;
}

/** The union of these days from the entry on, in order, without overlap. */
function unir(suspensions: readonly Suspension[], entreLe: string): readonly Intervalle[] {
  const tries = suspensions
    .map(({ du, au }) => ({ du: du < entreLe ? entreLe : du, au }))
    .filter(({ du, au }) => au === null || au > du)
    .toSorted((a, b) => a.du.localeCompare(b.du));
  const unis: { du: string; au: string | null }[] = [];
  for (const { du, au } of tries) {
    const dernier = unis.at(-1);
    if (!dernier || (dernier.au !== null && dernier.au < du)) unis.push({ du, au });
    else if (dernier.au !== null && (au === null || au > dernier.au)) dernier.au = au;
  }
  return unis;
}

export type EtatPlafond = "sans-plafond" | "suspendu" | "court" | "proche" | "depasse";

/** Days before the cap from which it is announced. */
export const ANNONCE_PLAFOND = 60;

export interface Plafond {
  readonly etat: EtatPlafond;
  /** Days left, the last one included; zero or less once past. */
  readonly joursRestants: number | null;
  readonly dernierJour: string | null;
}

/** Where a stay is of its cap on a day. Nobody ever leaves because of it: it is only said. */
export function plafondAu(
  { terme, maxMois }: { readonly terme: string | null; readonly maxMois: number | null },
  le: string,
): Plafond {
  if (maxMois === null) return { etat: "sans-plafond", joursRestants: null, dernierJour: null };
  if (terme === null) return { etat: "suspendu", joursRestants: null, dernierJour: null };
  const joursRestants = ecartEnJours(le, terme);
  const dernierJour = ajouterJours(terme, -1);
  if (joursRestants <= 0) return { etat: "depasse", joursRestants, dernierJour };
  return {
    etat: joursRestants <= ANNONCE_PLAFOND ? "proche" : "court",
    joursRestants,
    dernierJour,
  };
}

export type RefusRenouvellement = "sans-plafond" | "epuise" | "trop-long";

interface Demande {
  readonly mois: number;
  readonly exception: string | null;
  readonly dejaAccordes: number;
}

/** Why a renewal is not granted; `null` when it is. An exception of the sheet lifts the limit, with its ground. */
export function refuserRenouvellement(
  duree: Duree,
  { mois, exception, dejaAccordes }: Demande,
): RefusRenouvellement | null {
  if (duree.maxMois === null) return "sans-plafond";
  if (mois > duree.maxMois) return "trop-long";
  if (exception !== null && duree.exceptions.some(({ code }) => code === exception)) return null;
  return duree.renouvellements === null || dejaAccordes < duree.renouvellements ? null : "epuise";
}
