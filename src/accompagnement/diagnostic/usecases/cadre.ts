import { chargerReferentiel, type QuestionDiagnostic, versionAu } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";

export interface CadreDiagnostic {
  readonly questions: readonly QuestionDiagnostic[];
  /** First day of this version of the questions. */
  readonly depuis: string;
}

/** The questions asked today; before their first version, as they began. */
export function questionsDuJour({ departement, now }: Context): CadreDiagnostic {
  return questionsAu(departement.referentiel, civilDay(now));
}

export function questionsAu(nom: string, le: string): CadreDiagnostic {
  const { diagnostic } = chargerReferentiel(nom);
  const { valeur, depuis } = versionAu(diagnostic, le) ?? diagnostic[0];
  return { questions: valeur, depuis };
}
