import type { QualiteSignataire } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";

interface JourDeSignature {
  readonly signeLe: string;
  readonly aujourdhui: string;
  /** Day on which the orientation in force was decided. */
  readonly decideeLe: string | null;
  /** Day on which the contract was signed, for an amendment. */
  readonly contratSigneLe?: string | null;
}

/** @throws DomainError `contrat.signature-future`, `contrat.avant-orientation`, `contrat.avenant-avant-contrat` */
export function verifierJourDeSignature({
  signeLe,
  aujourdhui,
  decideeLe,
  contratSigneLe = null,
}: JourDeSignature): void {
  if (signeLe > aujourdhui) {
    throw new DomainError(
      "contrat.signature-future",
      "La signature ne peut pas être à venir. Enregistrez-la le jour où elle est donnée.",
      { champ: "le" },
    );
  }
  if (decideeLe === null || signeLe < decideeLe) {
    throw new DomainError(
      "contrat.avant-orientation",
      "Un contrat se signe avec le référent désigné : la signature ne peut pas précéder l’orientation. Vérifiez la date, ou faites décider l’orientation.",
      { champ: "le" },
    );
  }
  if (contratSigneLe !== null && signeLe < contratSigneLe) {
    throw new DomainError(
      "contrat.avenant-avant-contrat",
      "Un avenant ne se signe pas avant le contrat qu’il change. Vérifiez la date.",
      { champ: "le" },
    );
  }
}

/** Who has still to sign, in the order of the text. */
export function signaturesManquantes(
  attendues: readonly QualiteSignataire[],
  donnees: readonly QualiteSignataire[],
): readonly QualiteSignataire[] {
  return attendues.filter((qualite) => !donnees.includes(qualite));
}

/** @throws DomainError `contrat.signataire` for who is not awaited, or has signed already */
export function exigerSignataire(
  qualite: QualiteSignataire,
  attendues: readonly QualiteSignataire[],
  donnees: readonly QualiteSignataire[],
): void {
  if (signaturesManquantes(attendues, donnees).includes(qualite)) return;
  throw new DomainError(
    "contrat.signataire",
    attendues.includes(qualite)
      ? "Cette signature est déjà donnée. Rechargez la page."
      : "Ce contrat n’attend pas cette signature.",
    { champ: "qualite" },
  );
}
