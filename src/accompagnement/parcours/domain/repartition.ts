export interface Repreneur {
  readonly id: number;
  readonly etp: number;
  /** `null`: no limit is said. */
  readonly places: number | null;
  readonly suivies: number;
}

/**
 * Shares persons among colleagues: each goes to who has the least to do for the time she works, while she has room.
 * `null` for those nobody can take.
 */
export function repartir(
  personnes: readonly number[],
  repreneurs: readonly Repreneur[],
): ReadonlyMap<number, number | null> {
  const charges = new Map(repreneurs.map(({ id, suivies }) => [id, suivies]));
  const charge = (id: number) => charges.get(id) ?? 0;
  return new Map(
    personnes.map((personneId) => {
      const [choisi] = repreneurs
        .filter(({ id, places }) => places === null || charge(id) < places)
        .toSorted((a, b) => charge(a.id) / a.etp - charge(b.id) / b.etp || a.id - b.id);
      if (choisi) charges.set(choisi.id, charge(choisi.id) + 1);
      return [personneId, choisi?.id ?? null];
    }),
  );
}
