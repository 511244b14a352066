import type { NatureContrat, RegleContrats } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";

const PLEIN_EMPLOI = "2025-01-01";

/** The regime of a contract is the one of the day it was signed, never today’s. */
export function regimeDuContrat(signeLe: string): "rsa-2009" | "plein-emploi" {
  return signeLe < PLEIN_EMPLOI ? "rsa-2009" : "plein-emploi";
}

export function natureEnVigueur({ du, au }: NatureContrat, le: string): boolean {
  return du <= le && (au === null || le < au);
}

/** Kinds somebody may draft here and sign on that day. */
export function naturesAu({ natures }: RegleContrats, le: string): readonly NatureContrat[] {
  return natures.filter((nature) => !nature.repris && natureEnVigueur(nature, le));
}

/** @throws DomainError `contrat.nature-inconnue` */
export function exigerNature({ natures }: RegleContrats, code: string): NatureContrat {
  const nature = natures.find((une) => une.code === code);
  if (nature) return nature;
  throw new DomainError(
    "contrat.nature-inconnue",
    "Cette nature de contrat n’existe pas dans votre référentiel. Choisissez-en une de la liste.",
  );
}

/** @throws DomainError `contrat.changement-de-regime` when the kind did not exist on the day of the signature */
export function exigerRegime(nature: NatureContrat, signeLe: string): void {
  if (natureEnVigueur(nature, signeLe)) return;
  throw new DomainError(
    "contrat.changement-de-regime",
    `Un contrat signé ce jour-là ne peut pas être un « ${nature.court} » : le régime est celui du jour de la signature. Abandonnez ce brouillon et rédigez le contrat du régime en vigueur.`,
    { nature: nature.code, signeLe },
  );
}

/** A contract of the present regime takes the place of one of the earlier regime, whatever its term. */
export function prendLaPlace(nouveau: NatureContrat, ancien: NatureContrat): boolean {
  return ancien.aRemplacer && !nouveau.aRemplacer;
}
