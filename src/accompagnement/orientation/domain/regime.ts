import { valeurAu } from "#commun/referentiel";
import { type RegimeOrientation, regimesOrientation } from "#referentiels/national/regimes.ts";

export type CodeRegime = RegimeOrientation["code"];

/** The regime of a fact is the one of its own day, never today’s. */
export function regimeAu(le: string): RegimeOrientation {
  return valeurAu(regimesOrientation, le);
}
