import {
  type EcheancesReconciliees,
  reconcilierEcheances,
  type SourceEcheances,
} from "#commun/echeance";
import { chargerReferentiel, versionAu } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type ContratSuivi, lireSuivis, lireTousLesSuivis } from "../db/faits.ts";
import { faitsDuContrat } from "../domain/faits.ts";

const OBJET = "contrat";

/** Makes the deadlines of the contracts of these persons what their facts say. */
export async function tenirEcheancesContrats(
  context: Context,
  personnes: readonly number[],
): Promise<EcheancesReconciliees> {
  return reconcilier(context, await lireSuivis(context.tx, personnes));
}

function reconcilier(
  { tx, departement, now }: Context,
  contrats: readonly ContratSuivi[],
): Promise<EcheancesReconciliees> {
  const referentiel = chargerReferentiel(departement.referentiel);
  const le = civilDay(now);
  const auJour = <Valeur>(versions: Parameters<typeof versionAu<Valeur>>[0]) =>
    (versionAu(versions, le) ?? versions[0]).valeur;
  const { natures, stock } = auJour(referentiel.contrats);
  const parCode = new Map(natures.map((nature) => [nature.code, nature]));
  return reconcilierEcheances(tx, {
    regles: referentiel.echeances,
    calendrier: auJour(referentiel.joursFeries),
    le,
    dossiers: contrats.map((contrat) => {
      const nature = contrat.ecarte ? undefined : parCode.get(contrat.nature);
      return {
        personneId: contrat.personneId,
        objet: OBJET,
        objetId: contrat.id,
        faits: nature ? faitsDuContrat(contrat, nature, stock.valeur) : {},
      };
    }),
  });
}

/** Every contract of the département, from every fact it knows. */
export const echeancesContrat: SourceEcheances = {
  objet: OBJET,
  async recalculer(context) {
    return reconcilier(context, await lireTousLesSuivis(context.tx));
  },
};
