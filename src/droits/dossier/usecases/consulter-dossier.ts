import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireFaits } from "../db/lire-faits.ts";
import { lireDeclaration, lireDossier, lireMembres } from "../db/lire-personne.ts";
import type { FicheDossier } from "../domain/fiche.ts";
import { consulterDossierInput } from "../schemas.ts";

export interface DossierConsulte extends FicheDossier {
  readonly declaration: Readonly<Record<string, unknown>> | null;
}

/** The household as a whole. Its reading is journaled on its holder's file. */
export const consulterDossier = defineUseCase({
  name: "dossier.lire",
  input: consulterDossierInput,
  droit: "dossier:lire",
  nature: "lecture",
  trace: (_, { dossier, membres }: DossierConsulte) => ({
    objet: "dossier",
    objetId: dossier.id,
    personneId:
      membres.find(({ jusqua }) => jusqua === null)?.personneId ?? membres[0]?.personneId ?? null,
    details: { membres: [...new Set(membres.map(({ personneId }) => personneId))] },
  }),
  async run({ tx, agent, now }, { dossierId, declarationId }): Promise<DossierConsulte> {
    const dossier = await lireDossier(tx, dossierId, agent.portee);
    if (!dossier) {
      throw new DomainError(
        "dossier.introuvable",
        "Ce dossier n’existe pas, ou il n’est pas dans votre périmètre. Vérifiez l’adresse, ou cherchez-le par son numéro de demande.",
      );
    }
    return {
      dossier,
      membres: await lireMembres(tx, [dossierId], agent.portee),
      faits: await lireFaits(tx, [dossierId], null),
      declaration:
        declarationId === null ? null : await lireDeclaration(tx, declarationId, [dossierId]),
      le: civilDay(now),
    };
  },
});
