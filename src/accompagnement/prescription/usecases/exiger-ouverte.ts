import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lirePrescriptionsParId } from "../db/prescriptions.ts";
import { etatAu, passage } from "../domain/etapes.ts";

interface EntreeSurPrescription {
  readonly prescriptionId: number;
  readonly personneId: number;
  readonly actionId: number;
}

/**
 * Somebody enters as prescribed: the prescription is of this person, for this action, and still waits for an entry.
 * @throws DomainError `prescription.sans-entree`, the same whatever is wrong with it
 */
export async function exigerPrescriptionOuverte(
  { tx, now }: Context,
  { prescriptionId, personneId, actionId }: EntreeSurPrescription,
): Promise<void> {
  const [lue] = await lirePrescriptionsParId(tx, [prescriptionId]);
  const sienne = lue?.personneId === personneId && lue.actionId === actionId && !lue.ecarte;
  if (sienne && passage(etatAu(lue, civilDay(now)), "entrer") !== null) return;
  throw new DomainError(
    "prescription.sans-entree",
    "Cette prescription ne permet pas cette entrée : elle est d’une autre personne ou d’une autre action, ou elle n’est plus ouverte. Repartez de la prescription dans la liste de l’action, ou demandez au référent de prescrire de nouveau.",
  );
}
