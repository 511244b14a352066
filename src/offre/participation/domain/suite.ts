import { ajouterMois } from "#commun/echeance";
import type { FicheAction } from "#commun/referentiel";
import { estUnTravail, type FaitsClasses } from "./sortie.ts";

export const issuesSuite = [
  "en-emploi",
  "en-formation",
  "rompu",
  "sans-emploi",
  "injoignable",
] as const;
export type IssueSuite = (typeof issuesSuite)[number];

export interface SuiteAttendue {
  readonly jalon: number;
  readonly prevueLe: string;
}

/**
 * What the sheet wants to know after an exit: so many months after the start of the job or of the training, or after
 * the end of the contract the action was. An exit that is neither leaves nothing to follow.
 */
export function suitesAttendues(
  suivi: FicheAction["suivi"],
  sortie: Pick<FaitsClasses, "nature" | "debut"> & { readonly le: string },
): readonly SuiteAttendue[] {
  const depuis = suivi === null ? null : debutDuSuivi(suivi.depuis, sortie);
  if (suivi === null || depuis === null) return [];
  return [{ jalon: suivi.mois, prevueLe: ajouterMois(depuis, suivi.mois) }];
}

function debutDuSuivi(
  depuis: NonNullable<FicheAction["suivi"]>["depuis"],
  { nature, debut, le }: Pick<FaitsClasses, "nature" | "debut"> & { readonly le: string },
): string | null {
  if (nature === "deces") return null;
  if (depuis === "fin-de-contrat") return le;
  const embauche = estUnTravail(nature) || nature === "creation";
  const formation = depuis === "formation-ou-emploi" && nature === "formation-qualifiante";
  return embauche || formation ? (debut ?? le) : null;
}
