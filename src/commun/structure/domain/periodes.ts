/** From a day, until another that is not part of it; `null` without an end. */
export interface Periode {
  readonly du: string;
  readonly jusque: string | null;
}

/** What is true for a time: a number of places, a territory served. */
export interface Dite<Valeur> extends Periode {
  readonly valeur: Valeur;
}

export function contient({ du, jusque }: Periode, jour: string): boolean {
  return du <= jour && (jusque === null || jour < jusque);
}

export function valeurAuJour<Valeur>(dites: readonly Dite<Valeur>[], jour: string): Valeur | null {
  return dites.find((dite) => contient(dite, jour))?.valeur ?? null;
}

/**
 * Says a value for a time and leaves what is said before and after as it was; `null` says nothing any more.
 * Periods never overlap, and two that follow each other with the same value are one.
 */
export function dire<Valeur extends number | boolean>(
  dites: readonly Dite<Valeur>[],
  periode: Periode,
  valeur: Valeur | null,
): readonly Dite<Valeur>[] {
  const autour = dites.flatMap((dite) => horsDe(dite, periode));
  const toutes = valeur === null ? autour : [...autour, { ...periode, valeur }];
  return reunir(toutes.toSorted((a, b) => (a.du < b.du ? -1 : 1)));
}

/** What remains of a period once another is cut out of it. */
function horsDe<Valeur>(dite: Dite<Valeur>, coupe: Periode): readonly Dite<Valeur>[] {
  const avant = { ...dite, jusque: auPlusTot(dite.jusque, coupe.du) };
  const apres = coupe.jusque === null ? null : { ...dite, du: auPlusTard(dite.du, coupe.jusque) };
  return [avant, ...(apres === null ? [] : [apres])].filter(
    ({ du, jusque }) => jusque === null || du < jusque,
  );
}

function reunir<Valeur>(dites: readonly Dite<Valeur>[]): readonly Dite<Valeur>[] {
  const reunies: Dite<Valeur>[] = [];
  for (const dite of dites) {
    const derniere = reunies.at(-1);
    if (derniere && derniere.jusque === dite.du && derniere.valeur === dite.valeur) {
      reunies[reunies.length - 1] = { ...derniere, jusque: dite.jusque };
    } else {
      reunies.push(dite);
    }
  }
  return reunies;
}

function auPlusTot(jusque: string | null, jour: string): string {
  return jusque === null || jour < jusque ? jour : jusque;
}

function auPlusTard(du: string, jour: string): string {
  return du < jour ? jour : du;
}

export function lendemain(jour: string): string {
  return decaler(jour, 1);
}

/** The last day of a period, as people say it: its first day out of force, less one. */
export function veille(jour: string): string {
  return decaler(jour, -1);
}

function decaler(jour: string, jours: number): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + jours);
  return date.toISOString().slice(0, 10);
}
