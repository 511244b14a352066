import type { VNode } from "preact";
import type { QuestionDiagnostic } from "#commun/referentiel";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import type { PageDiagnostic } from "../domain/pages.ts";
import type { ReponsesDiagnostic } from "../domain/reponses.ts";

/** Answers in words, one after another; null when the question has none. */
export function enMots(
  { code, reponses: libelles }: QuestionDiagnostic,
  reponses: ReponsesDiagnostic,
): string | null {
  const donnees = reponses[code] ?? [];
  if (donnees.length === 0) return null;
  return donnees.map((reponse) => libelles[reponse] ?? `code inconnu ${reponse}`).join(" · ");
}

/** What was answered, theme by theme; a theme nobody answered is left out. */
export function Reponses({
  pages,
  reponses,
}: {
  readonly pages: readonly PageDiagnostic[];
  readonly reponses: ReponsesDiagnostic;
}): VNode {
  const repondues = pages.filter(({ questions }) =>
    questions.some((question) => enMots(question, reponses) !== null),
  );
  return (
    <div class="stack">
      {repondues.map(({ theme, questions }) => (
        <section key={theme} class="stack-tight">
          <h3>{theme}</h3>
          <FactsList
            layout="lines"
            facts={questions.map((question) => ({
              label: question.libelle,
              value: enMots(question, reponses),
            }))}
          />
        </section>
      ))}
    </div>
  );
}
