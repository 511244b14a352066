import { moisDe, texteDuMois } from "./calendrier.ts";
import { enregistrementsDe } from "./generer-flux.ts";
import type { OptionsFlux } from "./options.ts";

export interface MesureChangements {
  readonly dossiers: number;
  readonly arrives: number;
  readonly partis: number;
  /** Same request number, another content. */
  readonly modifies: number;
  /** Slots whose record differs, over all. */
  readonly part: number;
}

/** Share of records that differ between the month before and the month. */
export function mesurerChangements(options: OptionsFlux): MesureChangements {
  const avant = enregistrementsDe({
    ...sansChangements(options),
    mois: texteDuMois(moisDe(options.mois) - 1),
  });
  let arrives = 0;
  let modifies = 0;
  for (const { numero, xml } of enregistrementsDe(options)) {
    const ancien = avant.next();
    if (ancien.done === true) break;
    if (ancien.value.numero !== numero) arrives += 1;
    else if (ancien.value.xml !== xml) modifies += 1;
  }
  const { dossiers } = options;
  return { dossiers, arrives, partis: arrives, modifies, part: (arrives + modifies) / dossiers };
}

function sansChangements(options: OptionsFlux): OptionsFlux {
  const { seulementChangements: _, ...autres } = options;
  return autres;
}
