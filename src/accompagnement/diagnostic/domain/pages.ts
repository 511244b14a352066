import type { QuestionDiagnostic } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { ReponsesDiagnostic } from "./reponses.ts";

/** One short page of the form: the questions of one theme, in the order of the conversation. */
export interface PageDiagnostic {
  readonly numero: number;
  readonly theme: string;
  readonly questions: readonly QuestionDiagnostic[];
}

export type EtatPage = "faite" | "commencee" | "a-faire";

export function pagesDe(questions: readonly QuestionDiagnostic[]): readonly PageDiagnostic[] {
  return [...Map.groupBy(questions, ({ theme }) => theme)].map(([theme, siennes], rang) => ({
    numero: rang + 1,
    theme,
    questions: siennes,
  }));
}

/** @throws DomainError `page.introuvable` */
export function exigerPage(pages: readonly PageDiagnostic[], numero: number): PageDiagnostic {
  const page = pages.find((une) => une.numero === numero);
  if (page) return page;
  throw new DomainError("page.introuvable", "Cette page du diagnostic n’existe pas.");
}

export function etatPage({ questions }: PageDiagnostic, reponses: ReponsesDiagnostic): EtatPage {
  const repondues = questions.filter(({ code }) => (reponses[code]?.length ?? 0) > 0).length;
  if (repondues === 0) return "a-faire";
  return repondues === questions.length ? "faite" : "commencee";
}

/**
 * The answers of one page, checked, put in place of what was known of it. A question left without answer is absent.
 * @throws DomainError `saisie.invalide`, by question
 */
export function repondre(
  page: PageDiagnostic,
  connues: ReponsesDiagnostic,
  saisies: ReponsesDiagnostic,
): ReponsesDiagnostic {
  const champs = Object.fromEntries(
    page.questions.flatMap((question) => {
      const probleme = examiner(question, saisies[question.code] ?? []);
      return probleme === null ? [] : [[question.code, probleme]];
    }),
  );
  if (Object.keys(champs).length > 0) {
    throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", { champs });
  }
  const ici = new Set(page.questions.map(({ code }) => code));
  const ailleurs = Object.entries(connues).filter(([code]) => !ici.has(code));
  const donnees = page.questions.flatMap(({ code }) => {
    const reponses = [...new Set(saisies[code] ?? [])];
    return reponses.length === 0 ? [] : [[code, reponses] as const];
  });
  return Object.fromEntries([...ailleurs, ...donnees]);
}

function examiner(question: QuestionDiagnostic, donnees: readonly string[]): string | null {
  if (donnees.some((reponse) => question.reponses[reponse] === undefined)) {
    return "Choisissez parmi les réponses proposées.";
  }
  if (!question.multiple && new Set(donnees).size > 1) return "Choisissez une seule réponse.";
  const seule = donnees.find((reponse) => question.exclusives.includes(reponse));
  if (seule === undefined || new Set(donnees).size === 1) return null;
  return `« ${question.reponses[seule]} » exclut les autres réponses : gardez l’une ou les autres.`;
}

/** Answers that the questions of the day still know: a code of another version is left out. */
export function reprendre(
  questions: readonly QuestionDiagnostic[],
  reponses: ReponsesDiagnostic,
): ReponsesDiagnostic {
  return Object.fromEntries(
    questions.flatMap(({ code, reponses: possibles, multiple }) => {
      const connues = (reponses[code] ?? []).filter((reponse) => possibles[reponse] !== undefined);
      const gardees = multiple ? connues : connues.slice(0, 1);
      return gardees.length === 0 ? [] : [[code, gardees]];
    }),
  );
}
