import {
  type EcheancesReconciliees,
  reconcilierEcheances,
  type SourceEcheances,
} from "#commun/echeance";
import { chargerReferentiel, type RegleEcheance, versionAu } from "#commun/referentiel";
import { programmeAu } from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lireSuivies, lireToutesLesSuivies } from "../db/suivies.ts";
import { faitsDeLaPrescription, type PrescriptionSuivie } from "../domain/faits.ts";
import { constaterExpirations } from "./expirer.ts";

const OBJET = "prescription";
/** Its delay is the one the programme gives operators to answer. */
const RELANCER = "relancer-operateur";

/** Makes the deadlines of these prescriptions what their facts say. */
export async function tenirEcheancesPrescriptions(
  context: Context,
  prescriptions: readonly number[],
): Promise<EcheancesReconciliees> {
  return reconcilier(context, await lireSuivies(context.tx, prescriptions));
}

function reconcilier(
  { tx, departement, now }: Context,
  suivies: readonly PrescriptionSuivie[],
): Promise<EcheancesReconciliees> {
  const referentiel = chargerReferentiel(departement.referentiel);
  const le = civilDay(now);
  const { reponse } = programmeAu(departement.referentiel, le).programme.prescription.valeur;
  return reconcilierEcheances(tx, {
    regles: referentiel.echeances.map((regle) => avecLeDelai(regle, reponse)),
    calendrier: (versionAu(referentiel.joursFeries, le) ?? referentiel.joursFeries[0]).valeur,
    le,
    dossiers: suivies.map((une) => ({
      personneId: une.personneId,
      objet: OBJET,
      objetId: une.id,
      faits: faitsDeLaPrescription(une, le),
    })),
  });
}

function avecLeDelai(regle: RegleEcheance, reponse: number): RegleEcheance {
  if (regle.code !== RELANCER) return regle;
  return { ...regle, delai: { ...regle.delai, nombre: reponse } };
}

/** Every prescription of the département; those whose day has come expire first. */
export const echeancesPrescription: SourceEcheances = {
  objet: OBJET,
  async recalculer(context) {
    await constaterExpirations(context, null);
    return reconcilier(context, await lireToutesLesSuivies(context.tx));
  },
};
