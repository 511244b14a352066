/** What happened to the places of some actions over a period. */
export interface FaitsDeVacance {
  /** Places free when the period opens, and those that exits freed. */
  readonly aPourvoir: number;
  /** Places free at the end. */
  readonly libres: number;
  readonly entrees: number;
  readonly sorties: number;
  readonly recues: number;
  readonly refusees: number;
  readonly sansReponse: number;
  readonly expirees: number;
  /** Waiting in these actions, and in others of the same sheets. */
  readonly attenteIci: number;
  readonly attenteAilleurs: number;
}

export type CauseDeVacance =
  | "attente-ailleurs"
  | "attente-ici"
  | "peu-de-prescriptions"
  | "refus"
  | "sans-reponse"
  | "sorties";

/**
 * Why places stay empty, what weighs most first: each cause weighs the persons it keeps away. None when no place is
 * empty.
 */
export function causesDeVacance(faits: FaitsDeVacance): readonly CauseDeVacance[] {
  if (faits.libres <= 0) return [];
  const poids: readonly (readonly [CauseDeVacance, number])[] = [
    ["peu-de-prescriptions", faits.aPourvoir - Math.max(faits.recues, faits.entrees)],
    ["refus", faits.refusees],
    ["sans-reponse", faits.sansReponse + faits.expirees],
    ["sorties", faits.sorties - faits.entrees],
    ["attente-ici", Math.min(faits.attenteIci, faits.libres)],
    ["attente-ailleurs", Math.min(faits.attenteAilleurs, faits.libres)],
  ];
  return poids
    .filter(([, nombre]) => nombre > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([cause]) => cause);
}
