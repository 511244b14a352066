import type { Rationnel } from "./rationnel.ts";

/** Why a figure does not exist. A rate that has no basis is never 0 %. */
export const causesIndefini = [
  "aucune-sortie",
  "aucune-place",
  "aucun-accompagne",
  "aucun-frein",
  "hors-condition",
  "orientation-insuffisante",
  "non-transmise",
  "sans-cible",
  "prix-negocie",
  "duree-inconnue",
] as const;
export type CauseIndefini = (typeof causesIndefini)[number];

export interface Indefini {
  readonly indefini: CauseIndefini;
}

/** An exact value, or the cause of its absence. */
export type Mesure = Rationnel | Indefini;

export const indefini = (cause: CauseIndefini): Indefini => ({ indefini: cause });

export const estDefinie = (mesure: Mesure): mesure is Rationnel => !("indefini" in mesure);
