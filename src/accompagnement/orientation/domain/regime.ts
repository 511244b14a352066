import { type RegimeOrientation, regimesOrientation, valeurAu } from "#commun/referentiel";

export type CodeRegime = RegimeOrientation["code"];

/** The regime of a fact is the one of its own day, never today’s. */
export function regimeAu(le: string): RegimeOrientation {
  return valeurAu(regimesOrientation, le);
}

/** Whole weeks after a day. */
export function ajouterSemaines(jour: string, semaines: number): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 7 * semaines);
  return date.toISOString().slice(0, 10);
}
