import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { noterVues } from "../db/passages.ts";
import { annulerInput, premierAccueilInput, relancerInput, vueInput } from "../schemas.ts";
import {
  cadreDuJour,
  exigerPrescription,
  exigerPrescriptions,
  faireLesPassages,
  faireSuivre,
  suiteDe,
} from "./cadre.ts";
import { type PrescriptionTouchee, tracePrescription } from "./prescrire.ts";

/** The first reception: she came, or did not. */
export const noterPremierAccueil = defineUseCase({
  name: "prescription.noter-premier-accueil",
  input: premierAccueilInput,
  droit: "prescription:repondre",
  nature: "ecriture",
  trace: tracePrescription,
  async run(context, { issue, le, commentaire, ...visee }): Promise<PrescriptionTouchee> {
    const tenue = await exigerPrescription(context, visee, "action");
    const cadre = cadreDuJour(context);
    const geste = issue === "recue" ? "recevoir" : "noter-absence";
    const etat = suiteDe(tenue, geste, cadre.le);
    const depuis = tenue.accepteeLe ?? tenue.prescriteLe;
    if (le > cadre.le || le < depuis) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: {
          le: "Le premier accueil se note aujourd’hui ou un jour passé, après l’acceptation.",
        },
      });
    }
    const passage = {
      prescriptionId: tenue.id,
      geste,
      etat,
      le,
      commentaire: commentaire || null,
    } as const;
    await faireLesPassages(context, [passage], [tenue]);
    return { prescriptionId: tenue.id, personneId: tenue.personneId, actionId: tenue.actionId };
  },
});

/** Who prescribed gives up, with a reason. */
export const annulerPrescription = defineUseCase({
  name: "prescription.annuler",
  input: annulerInput,
  droit: "prescription:faire",
  nature: "ecriture",
  trace: tracePrescription,
  async run(context, { motif, commentaire, ...visee }): Promise<PrescriptionTouchee> {
    const tenue = await exigerPrescription(context, visee, "personne");
    const { le, regle } = cadreDuJour(context);
    if (!regle.valeur.motifsAnnulation.some(({ code }) => code === motif)) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: { motif: "Choisissez un motif." },
      });
    }
    const passage = {
      prescriptionId: tenue.id,
      geste: "annuler",
      etat: suiteDe(tenue, "annuler", le),
      le,
      motif,
      commentaire: commentaire || null,
    } as const;
    await faireLesPassages(context, [passage], [tenue]);
    return { prescriptionId: tenue.id, personneId: tenue.personneId, actionId: tenue.actionId };
  },
});

/** Reminds operators that have not answered yet; what needs no reminder any more is left as it is. */
export const relancerOperateur = defineUseCase({
  name: "prescription.relancer",
  input: relancerInput,
  droit: "prescription:faire",
  nature: "ecriture",
  trace: ({ prescriptions }, { relancees }: { readonly relancees: number }) => ({
    objet: "prescription",
    details: { relancees, prescriptions },
  }),
  async run(context, { prescriptions }): Promise<{ readonly relancees: number }> {
    const { le } = cadreDuJour(context);
    const tenues = await exigerPrescriptions(
      context,
      prescriptions.map((prescriptionId) => ({ prescriptionId, version: null })),
      "personne",
    );
    const seule = tenues.length === 1;
    const aRelancer = seule
      ? tenues
      : tenues.filter(({ etat, expireLe }) => etat === "prescrite" && expireLe > le);
    await faireLesPassages(
      context,
      aRelancer.map((tenue) => ({
        prescriptionId: tenue.id,
        geste: "relancer" as const,
        etat: suiteDe(tenue, "relancer", le),
        le,
      })),
      aRelancer,
    );
    return { relancees: aRelancer.length };
  },
});

/** The référent has read what happened, and knows that what follows is hers to do. */
export const prendreConnaissance = defineUseCase({
  name: "prescription.prendre-connaissance",
  input: vueInput,
  droit: "prescription:faire",
  nature: "ecriture",
  trace: tracePrescription,
  async run(context, { prescriptionId }): Promise<PrescriptionTouchee> {
    const tenue = await exigerPrescription(context, { prescriptionId, version: null }, "personne");
    await noterVues(context.tx, [tenue.id], cadreDuJour(context).le);
    await faireSuivre(context, [tenue]);
    return { prescriptionId: tenue.id, personneId: tenue.personneId, actionId: tenue.actionId };
  },
});
