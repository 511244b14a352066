import { lireActions } from "#offre/catalogue";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import type { Passage } from "../db/passages.ts";
import type { PrescriptionTenue } from "../db/prescriptions.ts";
import { type Reponse, repondreEnLotInput, repondreInput } from "../schemas.ts";
import {
  type CadrePrescription,
  cadreDuJour,
  exigerPrescription,
  exigerPrescriptions,
  faireLesPassages,
  suiteDe,
} from "./cadre.ts";
import { type PrescriptionTouchee, tracePrescription } from "./prescrire.ts";

const droit = "prescription:repondre";

/** The operator accepts, puts on the waiting list, or turns away with a reason. */
export const repondre = defineUseCase({
  name: "prescription.repondre",
  input: repondreInput,
  droit,
  nature: "ecriture",
  trace: (saisie, touchee: PrescriptionTouchee) => ({
    ...tracePrescription(saisie, touchee),
    details: { actionId: touchee.actionId, reponse: saisie.reponse, motif: saisie.motif },
  }),
  async run(context, saisie): Promise<PrescriptionTouchee> {
    const tenue = await exigerPrescription(context, saisie, "action");
    await donnerLaReponse(context, [tenue], saisie);
    return { prescriptionId: tenue.id, personneId: tenue.personneId, actionId: tenue.actionId };
  },
});

interface LotRepondu {
  readonly repondues: number;
}

/** The same answer to several, all or none. */
export const repondreEnLot = defineUseCase({
  name: "prescription.repondre-en-lot",
  input: repondreEnLotInput,
  droit,
  nature: "ecriture",
  trace: ({ prescriptions, reponse, motif }, { repondues }: LotRepondu) => ({
    objet: "prescription",
    details: {
      reponse,
      motif,
      nombre: repondues,
      prescriptions: prescriptions.map(({ prescriptionId }) => prescriptionId),
    },
  }),
  async run(context, saisie): Promise<LotRepondu> {
    const tenues = await exigerPrescriptions(context, saisie.prescriptions, "action");
    await donnerLaReponse(context, tenues, saisie);
    return { repondues: tenues.length };
  },
});

interface ReponseSaisie {
  readonly reponse: Reponse;
  readonly accueilPrevuLe: string | null;
  readonly motif: string;
  readonly commentaire: string;
}

async function donnerLaReponse(
  context: Context,
  tenues: readonly PrescriptionTenue[],
  saisie: ReponseSaisie,
): Promise<void> {
  const cadre = cadreDuJour(context);
  exigerReponse(cadre, saisie);
  if (saisie.reponse !== "refuser") await exigerOuvertes(context, tenues, cadre.le);
  await faireLesPassages(
    context,
    tenues.map((tenue) => passageDe(tenue, saisie, cadre.le)),
    tenues,
  );
}

function passageDe(tenue: PrescriptionTenue, saisie: ReponseSaisie, le: string): Passage {
  return {
    prescriptionId: tenue.id,
    geste: saisie.reponse,
    etat: suiteDe(tenue, saisie.reponse, le),
    le,
    motif: saisie.reponse === "refuser" ? saisie.motif : null,
    commentaire: saisie.commentaire || null,
    accueilPrevuLe: saisie.reponse === "accepter" ? saisie.accueilPrevuLe : null,
  };
}

/** @throws DomainError `saisie.invalide` */
function exigerReponse(
  { le, regle }: CadrePrescription,
  { reponse, motif, commentaire, accueilPrevuLe }: ReponseSaisie,
): void {
  const champs: Record<string, string> = {};
  if (reponse === "refuser") {
    if (!regle.valeur.motifsRefus.some(({ code }) => code === motif)) {
      champs["motif"] = "Dites pourquoi l’opérateur refuse : choisissez un motif.";
    } else if (motif === "autre" && commentaire === "") {
      champs["commentaire"] = "Dites en quelques mots quel est cet autre motif.";
    }
  }
  if (reponse === "accepter" && accueilPrevuLe !== null && accueilPrevuLe < le) {
    champs["accueilPrevuLe"] = "Le premier accueil se prévoit aujourd’hui ou un jour à venir.";
  }
  if (Object.keys(champs).length === 0) return;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", { champs });
}

/** @throws DomainError `prescription.action-fermee` */
async function exigerOuvertes(
  { tx }: Pick<Context, "tx">,
  tenues: readonly PrescriptionTenue[],
  le: string,
): Promise<void> {
  const actions = await lireActions(tx, { ids: tenues.map(({ actionId }) => actionId) });
  const fermee = actions.find(({ au }) => au !== null && au <= le);
  if (!fermee) return;
  throw new DomainError(
    "prescription.action-fermee",
    `L’action « ${fermee.nom} » est fermée : elle ne reçoit plus personne. Refusez la prescription, pour que le référent en cherche une autre.`,
  );
}
