import { ajouterJours } from "#commun/echeance";
import { exigerAction } from "#offre/catalogue";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireDebuts, inscrirePrescriptions, noterVues } from "../db/passages.ts";
import { verrouillerPersonne } from "../db/prescriptions.ts";
import { juger } from "../domain/classement.ts";
import { etatAu, etatsSansSuite } from "../domain/etapes.ts";
import type { ActionClassee } from "../domain/placement.ts";
import { type Preuve, prescrireInput } from "../schemas.ts";
import { cadreDuJour, faireSuivre } from "./cadre.ts";
import { lireAPlacer, lireSituation, type Situation } from "./classer-actions.ts";
import { constaterExpirations } from "./expirer.ts";

export interface PrescriptionTouchee {
  readonly prescriptionId: number;
  readonly personneId: number;
  readonly actionId: number;
}

export const tracePrescription = (
  _: unknown,
  { prescriptionId, personneId, actionId }: PrescriptionTouchee,
) => ({
  objet: "prescription",
  objetId: prescriptionId,
  personneId,
  details: { actionId },
});

/** A référent asks an operator to receive a person in one of its actions, from a need of hers. */
export const prescrire = defineUseCase({
  name: "prescription.prescrire",
  input: prescrireInput,
  droit: "prescription:faire",
  nature: "ecriture",
  trace: tracePrescription,
  async run(context, saisie): Promise<PrescriptionTouchee> {
    const { tx } = context;
    const { personneId, actionId, freinId } = saisie;
    await verrouillerPersonne(tx, personneId);
    await constaterExpirations(context, [personneId]);
    const situation = await lireSituation(context, personneId, freinId);
    const action = await exigerAction(context, actionId);
    const { le, regle } = cadreDuJour(context);
    const [aPlacer] = await lireAPlacer(context, [action], le);
    if (!aPlacer) throw new Error("l’action lue n’a pas été placée");
    const jugee = juger(situation.personne, aPlacer, situation.cadre);
    exigerAdmissible(jugee);
    const preuve = exigerPreuve(situation, saisie.preuve);
    const [prescriptionId = 0] = await inscrirePrescriptions(tx, [
      {
        personneId,
        actionId,
        prescriteLe: le,
        prescripteur: context.agent.nom,
        prescritePar: context.agent.id,
        referentId: situation.prescripteur.referentId,
        structureId: situation.prescripteur.structureId,
        structureClasse: situation.prescripteur.classe,
        freinId,
        frein: exigerFrein(situation, freinId),
        objectif: saisie.objectif,
        preuve,
        preuveDetail: saisie.preuveDetail || null,
        raisons: jugee.raisons.map(({ sens, texte }) => ({ sens, texte })),
        reponseAttendueLe: ajouterJours(le, regle.valeur.reponse),
        expireLe: ajouterJours(le, regle.valeur.expiration),
      },
    ]);
    const touchee = { prescriptionId, personneId, actionId };
    await commencer(context, touchee, situation);
    return touchee;
  },
});

/** Its first event is hers, and what had been left without a follow-up now has one. */
async function commencer(
  context: Context,
  { prescriptionId, personneId, actionId }: PrescriptionTouchee,
  { prescriptions, cadre: { le } }: Situation,
): Promise<void> {
  const { tx, agent, now } = context;
  await inscrireDebuts(tx, [prescriptionId], { par: agent.id, a: now });
  const suivies = prescriptions.filter((une) => etatsSansSuite.includes(etatAu(une, le)));
  await noterVues(tx, [prescriptionId, ...suivies.map(({ id }) => id)], le);
  await faireSuivre(context, [{ id: prescriptionId, personneId, actionId }, ...suivies]);
}

const codes: Readonly<Record<string, string>> = {
  ouverture: "prescription.action-fermee",
  presente: "prescription.deja-presente",
  prescrite: "prescription.deja",
};

/** @throws DomainError saying everything that stands in the way, not the first thing only */
export function exigerAdmissible({ admissible, raisons }: ActionClassee): void {
  if (admissible) return;
  const empechements = raisons.filter(({ sens }) => sens === "empeche");
  const [premier] = empechements;
  throw new DomainError(
    (premier && codes[premier.code]) ?? "prescription.empechee",
    `Cette action ne peut pas lui être prescrite aujourd’hui. ${empechements.map(({ texte }) => `${texte}.`).join(" ")} Choisissez une autre action, ou faites corriger la situation.`,
    { empechements: empechements.map(({ code, texte }) => ({ code, texte })) },
  );
}

function exigerFrein({ personne: { freins } }: Situation, freinId: number | null): string | null {
  if (freinId === null) return null;
  const frein = freins.find(({ id }) => id === freinId);
  if (frein) return frein.libelle;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { freinId: "Ce frein n’est plus ouvert : choisissez-en un autre, ou aucun." },
  });
}

/** A proof is one she has today. */
function exigerPreuve({ personne: { contrat, inscription } }: Situation, preuve: Preuve): Preuve {
  const manque =
    (preuve === "contrat" && contrat === null && "Aucun contrat n’est en cours.") ||
    (preuve === "inscription" &&
      inscription === null &&
      "Aucune inscription à France Travail n’est connue.");
  if (!manque) return preuve;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { preuve: manque },
  });
}
