import {
  type EcheancesReconciliees,
  reconcilierEcheances,
  type SourceEcheances,
} from "#commun/echeance";
import { chargerReferentiel, versionAu } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lireSuivis, lireTousLesSuivis, type SejourSuivi } from "../db/echeances.ts";
import { faitsDuSejour } from "../domain/faits.ts";

const OBJET = "sejour";

/** Makes the deadlines of these stays what their facts say. */
export async function tenirEcheancesSejours(
  context: Context,
  sejours: readonly number[],
): Promise<EcheancesReconciliees> {
  return reconcilier(context, await lireSuivis(context.tx, sejours));
}

function reconcilier(
  { tx, departement, now }: Context,
  sejours: readonly SejourSuivi[],
): Promise<EcheancesReconciliees> {
  const referentiel = chargerReferentiel(departement.referentiel);
  const le = civilDay(now);
  const { joursFeries } = referentiel;
  return reconcilierEcheances(tx, {
    regles: referentiel.echeances,
    calendrier: (versionAu(joursFeries, le) ?? joursFeries[0]).valeur,
    le,
    dossiers: sejours.map((sejour) => ({
      personneId: sejour.personneId,
      objet: OBJET,
      objetId: sejour.id,
      faits: faitsDuSejour(sejour),
    })),
  });
}

/** Every stay of the département, from every fact it knows. */
export const echeancesSejour: SourceEcheances = {
  objet: OBJET,
  async recalculer(context) {
    return reconcilier(context, await lireTousLesSuivis(context.tx));
  },
};
