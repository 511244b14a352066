import type { ChargeReferent, RegleAccompagnement, RegleParcours } from "#commun/referentiel";

/** Persons one full-time référent follows, for one person: her rule, then her territory. */
export function chargeDe(
  { charge }: Pick<RegleParcours, "charge">,
  regle: Pick<RegleAccompagnement, "charge"> | null,
  territoire: string | null,
): number {
  const retenue: ChargeReferent = regle?.charge ?? charge;
  return retenue.territoires.find(({ nom }) => nom === territoire)?.parEtp ?? retenue.parEtp;
}

/**
 * Persons a référent is expected to follow: each person takes her share of a full time, and the same mix of persons
 * fills it. A coach at full time has 35 places, half a time of a référent 30.
 */
export function placesAttendues(etp: number, charges: readonly number[], seule: number): number {
  if (charges.length === 0) return Math.round(etp * seule);
  const part = charges.reduce((somme, charge) => somme + 1 / charge, 0);
  return Math.round((etp * charges.length) / part);
}
