import { dernierJour, type Mois } from "./mois.ts";
import { type Rationnel, rationnel, somme } from "./rationnel.ts";

/** Places agreed for a period, its end excluded. */
export interface PeriodeDePlaces {
  readonly du: string;
  readonly au: string | null;
  readonly places: number;
}

/** Places in force on a day; `null` when the action is not open. */
export function placesAu(periodes: readonly PeriodeDePlaces[], jour: string): number | null {
  const enVigueur = periodes.find(({ du, au }) => du <= jour && (au === null || jour < au));
  return enVigueur?.places ?? null;
}

/** T33: the places of a month are those of its last day. */
export const placesDuMois = (periodes: readonly PeriodeDePlaces[], mois: Mois): number | null =>
  placesAu(periodes, dernierJour(mois));

/** Places over a year: a place of nine months is worth nine twelfths (T82). */
export function placesAnnee(parMois: readonly (number | null)[]): Rationnel {
  return somme(parMois.map((places) => rationnel(places ?? 0, 12)));
}
