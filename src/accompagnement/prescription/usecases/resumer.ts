import { exigerPersonne } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireNonLues } from "../db/nouvelles.ts";
import { lirePrescriptionsDe } from "../db/prescriptions.ts";
import { type EtatPrescription, etatAu } from "../domain/etapes.ts";
import { personneInput } from "../schemas.ts";

export interface ResumePrescription {
  readonly id: number;
  readonly etat: EtatPrescription;
  /** The référent has read what happened. */
  readonly lue: boolean;
}

/** In a few words, for the head of each page of a person: the page itself writes the reading. */
export const resumerPrescriptions = defineUseCase({
  name: "prescription.resumer",
  input: personneInput,
  droit: "prescription:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, agent, now }, { personneId }): Promise<readonly ResumePrescription[]> {
    await exigerPersonne(tx, personneId, agent.portee);
    const le = civilDay(now);
    const prescriptions = await lirePrescriptionsDe(tx, personneId);
    const nonLues = await lireNonLues(
      tx,
      prescriptions.map(({ id }) => id),
    );
    return prescriptions.map((une) => {
      const etat = etatAu(une, le);
      return { id: une.id, etat, lue: !nonLues.has(une.id) && etat === une.etat };
    });
  },
});
