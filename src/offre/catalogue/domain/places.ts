/** Places agreed from a day, until another that is not part of it; `null` without an end. */
export interface PeriodeDePlaces {
  readonly du: string;
  readonly au: string | null;
  readonly places: number;
  readonly placesQuartiers: number | null;
}

/**
 * Says the places of a time: periods never overlap, what was agreed before and after it stays, and two periods that
 * follow each other with the same places are one.
 */
export function direPlaces<Dite extends PeriodeDePlaces>(
  dites: readonly Dite[],
  nouvelle: Dite,
): readonly Dite[] {
  const autour = dites.flatMap((une) => [
    { ...une, au: plusTot(une.au, nouvelle.du) },
    ...(nouvelle.au === null ? [] : [{ ...une, du: plusTard(une.du, nouvelle.au) }]),
  ]);
  const toutes = [...autour.filter(({ du, au }) => au === null || du < au), nouvelle];
  return toutes.toSorted((a, b) => a.du.localeCompare(b.du)).reduce<readonly Dite[]>(reunir, []);
}

function reunir<Dite extends PeriodeDePlaces>(avant: readonly Dite[], une: Dite): readonly Dite[] {
  const derniere = avant.at(-1);
  const memes =
    derniere?.au === une.du &&
    derniere.places === une.places &&
    derniere.placesQuartiers === une.placesQuartiers;
  return memes ? [...avant.slice(0, -1), { ...derniere, au: une.au }] : [...avant, une];
}

/** The places of a day; none outside what was agreed. */
export function placesDuJour(dites: readonly PeriodeDePlaces[], jour: string): number {
  return dites.find(({ du, au }) => du <= jour && (au === null || jour < au))?.places ?? 0;
}

function plusTot(jour: string | null, borne: string): string {
  return jour === null || borne < jour ? borne : jour;
}

function plusTard(jour: string, borne: string): string {
  return jour < borne ? borne : jour;
}
