import { civilDay } from "#platform/clock/civil-day.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase, type Portee } from "#platform/usecase/define-use-case.ts";
import { lireFaits } from "../db/lire-faits.ts";
import {
  lireDeclaration,
  lireDossiersDe,
  lireEnTete,
  lireMembres,
  trouverPersonne,
} from "../db/lire-personne.ts";
import type { EnTetePersonne, FichePersonne } from "../domain/fiche.ts";
import { consulterPersonneInput } from "../schemas.ts";

export interface PersonneConsultee extends FichePersonne {
  /** The declaration asked, as received, the NIR sealed. */
  readonly declaration: Readonly<Record<string, unknown>> | null;
}

/** Everything the pages of a person need, in five queries at most. */
export const consulterPersonne = defineUseCase({
  name: "personne.lire",
  input: consulterPersonneInput,
  droit: "personne:lire",
  nature: "lecture",
  trace: (_, { personne }: PersonneConsultee) => ({
    objet: "personne",
    objetId: personne.id,
    personneId: personne.id,
  }),
  async run({ tx, agent, now }, { personneId, declarationId }): Promise<PersonneConsultee> {
    const personne = await exigerEnTete(tx, personneId, agent.portee);
    const dossiers = await lireDossiersDe(tx, personne.id, personne.dossierId);
    const ids = dossiers.map(({ id }) => id);
    return {
      personne,
      dossiers,
      membres: await lireMembres(tx, ids, agent.portee),
      faits: await lireFaits(tx, ids, personne.id),
      declaration: declarationId === null ? null : await lireDeclaration(tx, declarationId, ids),
      le: civilDay(now),
    };
  },
});

/** @throws DomainError `personne.introuvable`, the same for who does not exist and who is outside the perimeter */
export async function exigerEnTete(tx: Tx, id: number, portee: Portee): Promise<EnTetePersonne> {
  const personne = await lireEnTete(tx, id, portee);
  if (personne) return personne;
  throw introuvable();
}

/**
 * That she is in the perimeter, and her number: a merged one gives that of who was kept. Every module asks it for its
 * part of a page of the person.
 *
 * @throws DomainError `personne.introuvable`
 */
export async function exigerPersonne(
  tx: Tx,
  personneId: number,
  portee: Portee,
): Promise<{ readonly id: number }> {
  const id = await trouverPersonne(tx, personneId, portee);
  if (id !== null) return { id };
  throw introuvable();
}

const introuvable = () =>
  new DomainError(
    "personne.introuvable",
    "Cette personne n’existe pas, ou elle n’est pas dans votre périmètre. Vérifiez l’adresse, ou cherchez-la par son nom.",
  );
