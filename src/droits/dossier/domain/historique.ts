/** A dated fact `[depuis, jusqua)`. `id` is null while the base has not stored it. */
export interface Periode<Valeur> {
  readonly id: number | null;
  readonly depuis: string;
  readonly jusqua: string | null;
  readonly valeur: Valeur;
}

export interface Reecriture<Valeur> {
  /** Periods in force that the new fact corrects. They stay readable, marked with the day of correction. */
  readonly remplacees: readonly Periode<Valeur>[];
  readonly nouvelles: readonly Periode<Valeur>[];
  /** The whole history in force afterwards, in order. */
  readonly enVigueur: readonly Periode<Valeur>[];
}

/**
 * Writes « from `depuis` and until further notice, the value is `valeur` » into a history without overlap.
 * Nothing changes when the value is already in force on that day and since. A fact dated before the last
 * known one corrects it: an organism may announce in March a closure of December.
 */
export function inscrireFait<Valeur>(
  historique: readonly Periode<Valeur>[],
  fait: { readonly depuis: string; readonly valeur: Valeur },
  egal: (a: Valeur, b: Valeur) => boolean,
): Reecriture<Valeur> {
  const derniere = historique.at(-1);
  if (
    derniere?.jusqua === null &&
    egal(derniere.valeur, fait.valeur) &&
    derniere.depuis <= fait.depuis
  ) {
    return { remplacees: [], nouvelles: [], enVigueur: historique };
  }
  const gardees: Periode<Valeur>[] = [];
  const remplacees: Periode<Valeur>[] = [];
  const nouvelles: Periode<Valeur>[] = [];
  let debut = fait.depuis;
  for (const periode of historique) {
    if (periode.jusqua !== null && periode.jusqua <= fait.depuis) {
      gardees.push(periode);
      continue;
    }
    remplacees.push(periode);
    if (periode.depuis >= fait.depuis) continue;
    if (egal(periode.valeur, fait.valeur)) {
      debut = periode.depuis;
      continue;
    }
    nouvelles.push({ ...periode, id: null, jusqua: fait.depuis });
  }
  nouvelles.push({ id: null, depuis: debut, jusqua: null, valeur: fait.valeur });
  return { remplacees, nouvelles, enVigueur: [...gardees, ...nouvelles] };
}
