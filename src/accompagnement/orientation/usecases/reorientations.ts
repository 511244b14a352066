import type { CircuitOrientation, RegleOrientation } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { cloreOrientations } from "../db/orientations.ts";
import {
  cloreDemande,
  type DemandeReorientation,
  inscrireDemande,
  inscrireExamen,
  verrouillerDemande,
} from "../db/suites.ts";
import { prendrePlace } from "../domain/decider.ts";
import { regimeAu } from "../domain/regime.ts";
import { exigerType } from "../domain/types.ts";
import {
  deciderReorientationInput,
  demanderReorientationInput,
  examinerInput,
} from "../schemas.ts";
import { cadreDuJour, lireLesPresents, reserverPlaces, tenirAJour } from "./cadre.ts";
import { ecrireDecisions } from "./ecrire-decisions.ts";
import { exigerEnCours } from "./en-cours.ts";

/** Asked by the référent, the person or the département (Code du travail, L5411-5-2, II). */
export const demanderReorientation = defineUseCase({
  name: "orientation.demander-reorientation",
  input: demanderReorientationInput,
  droit: "orientation:reorienter",
  nature: "ecriture",
  trace: ({ personneId, demandeur, motif }, demandeId: number) => ({
    objet: "reorientation",
    objetId: demandeId,
    personneId,
    details: { demandeur, motif },
  }),
  async run(context, { personneId, ...demande }): Promise<number> {
    const { le, regle } = cadreDuJour(context);
    const { enCours } = await exigerEnCours(context, personneId);
    if (demande.typeSouhaite !== null) exigerType(regle.types, demande.typeSouhaite);
    const demandeId = await inscrireDemande(context.tx, {
      personneId,
      orientationId: enCours.orientationId,
      le,
      par: context.agent.id,
      ...demande,
    });
    await tenirAJour(context, [personneId]);
    return demandeId;
  },
});

interface DemandeTraitee {
  readonly personneId: number;
}

/** The opinion of one instance of the circuit, in its order. */
export const examinerReorientation = defineUseCase({
  name: "orientation.examiner-reorientation",
  input: examinerInput,
  droit: "orientation:decider",
  nature: "ecriture",
  trace: ({ demandeId, instance, avis }, { personneId }: DemandeTraitee) => ({
    objet: "reorientation",
    objetId: demandeId,
    personneId,
    details: { instance, avis },
  }),
  async run(context, { demandeId, version, ...examen }): Promise<DemandeTraitee> {
    const { regle } = cadreDuJour(context);
    const demande = await exigerDemande(context, demandeId, version);
    const [prochaine] = instancesRestantes(regle, demande);
    if (prochaine?.code !== examen.instance) {
      throw new DomainError(
        "reorientation.instance",
        prochaine
          ? `C’est à ${prochaine.libelle} de se prononcer maintenant.`
          : "Toutes les instances se sont prononcées : il reste à décider.",
      );
    }
    await inscrireExamen(context.tx, { demandeId, par: context.agent.id, ...examen });
    return { personneId: demande.personneId };
  },
});

/** The département decides, once every instance of its circuit has spoken. */
export const deciderReorientation = defineUseCase({
  name: "orientation.decider-reorientation",
  input: deciderReorientationInput,
  droit: "orientation:decider",
  nature: "ecriture",
  trace: ({ demandeId, decision, motif }, { personneId }: DemandeTraitee) => ({
    objet: "reorientation",
    objetId: demandeId,
    personneId,
    details: { decision, motif },
  }),
  async run(context, saisie): Promise<DemandeTraitee> {
    const { tx, agent } = context;
    const { le, regle } = cadreDuJour(context);
    const demande = await exigerDemande(context, saisie.demandeId, saisie.version);
    const [restante] = instancesRestantes(regle, demande);
    if (restante) {
      throw new DomainError(
        "reorientation.instance",
        `${restante.libelle} ne s’est pas encore prononcée : enregistrez d’abord son avis.`,
      );
    }
    const { personneId } = demande;
    await cloreDemande(tx, demande.id, {
      etat: saisie.decision,
      le,
      par: agent.id,
      motif: saisie.motif,
    });
    if (saisie.decision === "reorientee") await reorienter(context, demande, saisie);
    else await tenirAJour(context, [personneId]);
    return { personneId };
  },
});

interface NouveauChoix {
  readonly type: string | null;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly motif: string;
}

async function reorienter(
  context: Context,
  { id, personneId }: DemandeReorientation,
  choix: NouveauChoix,
): Promise<void> {
  const { tx, agent } = context;
  const { le, regle } = cadreDuJour(context);
  const { present } = await exigerEnCours(context, personneId);
  const { structureId, referentId, motif } = choix;
  if (choix.type === null || structureId === null) {
    throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
      champs: {
        ...(choix.type === null && { type: "Choisissez le nouveau type d’orientation." }),
        ...(structureId === null && { structureId: "Choisissez la nouvelle structure." }),
      },
    });
  }
  const type = exigerType(regle.types, choix.type);
  await cloreOrientations(tx, [{ personneId, le }], "reorientation");
  const places = await reserverPlaces(tx, le, [structureId]);
  prendrePlace({ type, structureId, referentId, motif }, present, places);
  await ecrireDecisions(context, le, [
    {
      personneId,
      dossierId: present.dossierId,
      type: type.code,
      dominante: type.dominante,
      structureId,
      referentId,
      origine: "reorientation",
      regime: regimeAu(le).code,
      le,
      par: agent.id,
      decideur: regle.circuit.decideur,
      motifEcart: motif,
      propositionId: null,
      demandeId: id,
    },
  ]);
}

/** Instances that have not spoken yet, in the order of the circuit. */
export function instancesRestantes(
  { circuit }: RegleOrientation,
  { examens }: Pick<DemandeReorientation, "examens">,
): CircuitOrientation["reorientation"] {
  return circuit.reorientation.filter(({ code }) => !examens.includes(code));
}

/** @throws DomainError `reorientation.introuvable`, `reorientation.conflit`, `reorientation.close` */
async function exigerDemande(
  context: Context,
  id: number,
  version: number,
): Promise<DemandeReorientation> {
  const demande = await verrouillerDemande(context.tx, id);
  const visible =
    demande !== null && (await lireLesPresents(context, [demande.personneId])).size > 0;
  if (demande === null || !visible) {
    throw new DomainError(
      "reorientation.introuvable",
      "Cette demande n’existe pas, ou la personne n’est pas dans votre périmètre. Revenez à la liste.",
    );
  }
  if (demande.version !== version) {
    throw new DomainError(
      "reorientation.conflit",
      "Un autre agent a traité cette demande pendant que vous l’aviez sous les yeux. Rien n’a été écrit : voyez où elle en est.",
      { enregistree: demande },
    );
  }
  if (demande.etat !== "en-instance") {
    throw new DomainError("reorientation.close", "Cette demande a déjà été décidée.");
  }
  return demande;
}
