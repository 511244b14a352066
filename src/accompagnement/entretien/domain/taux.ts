import { etatAu, type PeriodeFrein } from "./frein.ts";

/** Days of the count, both included. */
export interface Intervalle {
  readonly du: string;
  readonly au: string;
}

/**
 * A frein is worked on in a period when it weighed one of its days, or was lifted on one of them: somebody who
 * opened and lifted it on the same day did the work.
 */
export function travaille(periodes: readonly PeriodeFrein[], { du, au }: Intervalle): boolean {
  return periodes.some((periode) => periode.du <= au && (periode.au === null || periode.au >= du));
}

/** Of those worked on, the ones that no longer weigh on the last day: one opened again meanwhile is not lifted. */
export function leve(periodes: readonly PeriodeFrein[], intervalle: Intervalle): boolean {
  return travaille(periodes, intervalle) && etatAu(periodes, intervalle.au) === "leve";
}

export interface CompteFreins {
  readonly travailles: number;
  readonly leves: number;
}

/** Whole percent, rounded once; null when nothing was worked on. */
export function tauxDe({ travailles, leves }: CompteFreins): number | null {
  return travailles === 0 ? null : Math.round((100 * leves) / travailles);
}
