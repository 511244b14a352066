import type { ClasseOrganisme } from "#commun/referentiel";
import { entrerEnAction, verrouillerEntrees } from "#offre/participation";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { personneDeLaPrescription } from "../db/prescriptions.ts";
import { entrerInput } from "../schemas.ts";
import { cadreDuJour, exigerPrescription, suiteDe } from "./cadre.ts";
import { type PrescriptionTouchee, tracePrescription } from "./prescrire.ts";

interface EntreeDepuisPrescription extends PrescriptionTouchee {
  readonly sejourId: number;
  /** What is said without forbidding. */
  readonly avertissements: readonly string[];
}

/**
 * The person enters the action she was prescribed, under the rules of every entry. The stay names its prescription and
 * who prescribed; the fact it tells moves the prescription.
 */
export const entrerDepuisPrescription = defineUseCase({
  name: "prescription.entrer",
  input: entrerInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: (_, touchee: EntreeDepuisPrescription) => ({
    ...tracePrescription(_, touchee),
    details: { actionId: touchee.actionId, sejourId: touchee.sejourId },
  }),
  async run(
    context,
    { le, attestationLe, contratPreuve, contratLe, ...visee },
  ): Promise<EntreeDepuisPrescription> {
    // Every entry holds the person, then moves her prescriptions: in the other order, the two would wait across.
    const personne = await personneDeLaPrescription(context.tx, visee.prescriptionId);
    if (personne !== null) await verrouillerEntrees(context.tx, personne);
    const tenue = await exigerPrescription(context, visee, "action");
    suiteDe(tenue, "entrer", cadreDuJour(context).le);
    const { personneId, actionId, structureId, structureClasse } = tenue;
    const { sejourId, avertissements } = await entrerEnAction.within(context, context.journal, {
      actionId,
      personneId,
      le,
      prescriptionId: tenue.id,
      prescripteur:
        structureId === null || structureClasse === null
          ? null
          : { structureId, classe: structureClasse as ClasseOrganisme },
      attestationLe,
      contratPreuve,
      contratLe,
      numero: null,
      dateNaissance: null,
      quartierCode: null,
    });
    return {
      prescriptionId: tenue.id,
      personneId,
      actionId,
      sejourId,
      avertissements: avertissements.map(({ message }) => message),
    };
  },
});
