import { decalerMois, type Mois } from "./mois.ts";

/** How many stays reach their cap in a month; `null` for those without a cap. */
export interface TermesDuMois {
  readonly mois: Mois | null;
  readonly nombre: number;
}

export interface MoisProjete {
  readonly mois: Mois;
  /** Who is left at the end of the month if each leaves at her cap and nobody enters. */
  readonly presents: number;
  readonly liberees: number;
}

/** A cap already passed frees nothing by itself: she stays until somebody notes her exit (T53). */
export function projeter(
  presents: number,
  termes: readonly TermesDuMois[],
  moisCourant: Mois,
  nombre: number,
): readonly MoisProjete[] {
  const parMois = new Map<Mois, number>();
  for (const { mois, nombre: combien } of termes) {
    if (mois !== null && mois >= moisCourant) {
      parMois.set(mois, (parMois.get(mois) ?? 0) + combien);
    }
  }
  let restants = presents - (parMois.get(moisCourant) ?? 0);
  return Array.from({ length: nombre }, (_, rang) => {
    const mois = decalerMois(moisCourant, rang + 1);
    const liberees = parMois.get(mois) ?? 0;
    restants -= liberees;
    return { mois, presents: restants, liberees };
  });
}

/** Places to fill over a period: those free when it opens, and those that exits freed. */
export const placesAPourvoir = ({
  places,
  debut,
  sorties,
}: {
  readonly places: number;
  readonly debut: number;
  readonly sorties: number;
}): number => Math.max(0, places - debut) + sorties;
