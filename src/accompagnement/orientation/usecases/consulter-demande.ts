import { z } from "zod";
import type { CircuitOrientation, TypeOrientation } from "#commun/referentiel";
import type { PersonnePresente } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type ExamenPasse, lireExamens } from "../db/examens.ts";
import { lireParcours, type OrientationDatee } from "../db/parcours.ts";
import { type DemandeReorientation, verrouillerDemande } from "../db/suites.ts";
import { cadreDuJour, lireLesPresents } from "./cadre.ts";
import { lireServices, type ServiceOuvert } from "./lire-file.ts";
import { instancesRestantes } from "./reorientations.ts";

export interface DemandeConsultee {
  readonly demande: DemandeReorientation;
  readonly present: PersonnePresente;
  readonly le: string;
  /** The orientation it asks to change. */
  readonly orientation: OrientationDatee | null;
  readonly types: readonly TypeOrientation[];
  readonly instances: CircuitOrientation["reorientation"];
  readonly restantes: CircuitOrientation["reorientation"];
  readonly examens: readonly ExamenPasse[];
  readonly services: readonly ServiceOuvert[];
}

/** One demand of reorientation, who has spoken of it and what is left to do. */
export const consulterDemande = defineUseCase({
  name: "orientation.consulter-reorientation",
  input: z.object({ demandeId: z.number().int().positive() }),
  droit: "orientation:lire",
  nature: "lecture",
  trace: ({ demandeId }, { present }: DemandeConsultee) => ({
    objet: "reorientation",
    objetId: demandeId,
    personneId: present.personneId,
  }),
  async run(context, { demandeId }): Promise<DemandeConsultee> {
    const { tx } = context;
    const { le, regle } = cadreDuJour(context);
    const demande = await verrouillerDemande(tx, demandeId);
    const present =
      demande && (await lireLesPresents(context, [demande.personneId])).get(demande.personneId);
    if (!(demande && present)) {
      throw new DomainError(
        "reorientation.introuvable",
        "Cette demande n’existe pas, ou la personne n’est pas dans votre périmètre. Revenez à la liste.",
      );
    }
    const { orientations } = await lireParcours(tx, demande.personneId);
    return {
      demande,
      present,
      le,
      orientation: orientations.find(({ id }) => id === demande.orientationId) ?? null,
      types: regle.types,
      instances: regle.circuit.reorientation,
      restantes: instancesRestantes(regle, demande),
      examens: await lireExamens(tx, demande.id),
      services: await lireServices(context, present.territoireId),
    };
  },
});
