import { lireDemandesEnInstance } from "#accompagnement/orientation";
import { nomsDesStructures } from "#commun/structure";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  inscrireConcertation,
  noterReponse,
  verrouillerConcertation,
} from "../db/concertations.ts";
import { repondreInput, solliciterInput } from "../schemas.ts";
import { cadreDuJour, lireLesPresents } from "./cadre.ts";

interface Concertee {
  readonly personneId: number;
}

/**
 * « Réorientation du bénéficiaire vers un autre service référent en saisissant l’instance de concertation locale »
 * (Seine-Saint-Denis, lettre de mission): another structure is asked before the instance speaks.
 */
export const solliciterStructure = defineUseCase({
  name: "parcours.solliciter-structure",
  input: solliciterInput,
  droit: "orientation:reorienter",
  nature: "ecriture",
  trace: ({ demandeId, structureId }, { personneId }: Concertee) => ({
    objet: "reorientation",
    objetId: demandeId,
    personneId,
    details: { structure: structureId },
  }),
  async run(context, { demandeId, structureId, message }): Promise<Concertee> {
    const { tx, agent } = context;
    const { le } = cadreDuJour(context);
    const demande = (await lireDemandesEnInstance(tx, null)).find(
      (une) => une.demandeId === demandeId,
    );
    if (!demande) throw introuvable();
    await exigerVisible(context, demande.personneId);
    const ouvertes = await nomsDesStructures(tx, le);
    if (demande.structureId === structureId || !ouvertes.some(({ id }) => id === structureId)) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: { structureId: "Choisissez une autre structure, ouverte aujourd’hui." },
      });
    }
    const { personneId } = demande;
    await inscrireConcertation(tx, {
      demandeId,
      personneId,
      structureId,
      message,
      le,
      par: agent.id,
    });
    return { personneId };
  },
});

export const repondreConcertation = defineUseCase({
  name: "parcours.repondre-concertation",
  input: repondreInput,
  droit: "orientation:reorienter",
  nature: "ecriture",
  trace: ({ concertationId, reponse, motif }, { personneId }: Concertee) => ({
    objet: "concertation",
    objetId: concertationId,
    personneId,
    details: { reponse, motif },
  }),
  async run(context, { concertationId, reponse, motif }): Promise<Concertee> {
    const { tx, agent } = context;
    const { le } = cadreDuJour(context);
    const concertation = await verrouillerConcertation(tx, concertationId);
    if (!concertation) throw introuvable();
    const sienne = agent.portee.structures.includes(concertation.structureId);
    if (!sienne) await exigerVisible(context, concertation.personneId);
    if (concertation.reponse !== null) {
      throw new DomainError(
        "concertation.deja-repondue",
        "Cette structure a déjà répondu. Rechargez la page pour lire sa réponse.",
      );
    }
    await noterReponse(tx, concertationId, {
      reponse,
      motif,
      le,
      par: agent.id,
      auteur: agent.nom,
    });
    return { personneId: concertation.personneId };
  },
});

async function exigerVisible(context: Context, personneId: number): Promise<void> {
  if ((await lireLesPresents(context, [personneId])).size === 0) throw introuvable();
}

const introuvable = () =>
  new DomainError(
    "reorientation.introuvable",
    "Cette demande n’existe pas, est déjà décidée, ou la personne n’est pas dans votre périmètre.",
  );
