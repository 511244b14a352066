import { chargerReferentiel } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { recalculerSituations } from "../db/situations.ts";
import { regleSituation } from "../domain/regle-situation.ts";

/** Brings the present of these persons up to date, with the values in force today. */
export async function recalculer(
  { tx, departement, now }: Context,
  personnes: readonly number[],
): Promise<void> {
  await recalculerSituations(
    tx,
    personnes,
    regleSituation(chargerReferentiel(departement.referentiel), civilDay(now)),
  );
}
