import type { VNode } from "preact";
import type { QuestionDiagnostic } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkboxes, Radios } from "#platform/ui/components/choices.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { type PageDiagnostic, reprendre } from "../domain/pages.ts";
import type { ReponsesDiagnostic } from "../domain/reponses.ts";
import type { DiagnosticConsulte } from "../usecases/consulter-diagnostic.ts";
import type { Href } from "./cadre.ts";
import { pageSaisie } from "./page-diagnostic.tsx";
import { enMots } from "./reponses.tsx";

interface Props {
  readonly consulte: DiagnosticConsulte;
  readonly page: PageDiagnostic;
  readonly etat: FormState;
  readonly href: Href;
}

/** One page of the form: the questions of a theme, with what was answered before. */
export function PageSaisie({ consulte, page, etat, href }: Props): VNode {
  const { personneId, pages, brouillon } = consulte;
  const conflit = etat.refusal?.code === "diagnostic.conflit";
  const envoye = etat.status !== 200;
  const enregistrees = brouillon?.reponses ?? {};
  const version = String(brouillon?.version ?? 0);
  const retour =
    page.numero === 1
      ? `/personnes/${personneId}/diagnostic`
      : pageSaisie(personneId, page.numero - 1);
  return (
    <div class="stack measure">
      <p class="muted">
        Page {page.numero} sur {pages.length}. Une question peut rester sans réponse.
      </p>
      <h2>{page.theme}</h2>
      {conflit ? (
        <Conflit page={page} etat={etat} enregistrees={enregistrees} />
      ) : (
        <ErrorSummary problems={etat.problems} />
      )}
      <Form
        action={href(pageSaisie(personneId, page.numero))}
        fields={{ version: conflit ? version : (etat.values["version"] ?? version) }}
      >
        {page.questions.map((question) => (
          <Question
            key={question.code}
            question={question}
            donnees={envoye ? etat.all(question.code) : (enregistrees[question.code] ?? [])}
            avant={avant(consulte, question)}
            erreur={etat.problems[question.code]}
          />
        ))}
        <FormActions>
          <Button kind="primary">
            {page.numero === pages.length ? "Enregistrer et relire" : "Enregistrer et continuer"}
          </Button>
          <ButtonLink kind="quiet" href={href(retour)}>
            {page.numero === 1 ? "Annuler" : "Page précédente"}
          </ButtonLink>
        </FormActions>
      </Form>
    </div>
  );
}

function Question({
  question,
  donnees,
  avant: previous,
  erreur,
}: {
  readonly question: QuestionDiagnostic;
  readonly donnees: readonly string[];
  readonly avant: string | undefined;
  readonly erreur: string | undefined;
}): VNode {
  const commun = {
    name: question.code,
    label: question.libelle,
    options: Object.entries(question.reponses).map(([value, label]) => ({ value, label })),
    previous,
    error: erreur,
    filter: true,
    ...(Object.keys(question.reponses).length === 2 && { layout: "inline" as const }),
  };
  if (!question.multiple) return <Radios {...commun} value={donnees[0]} />;
  return <Checkboxes {...commun} hint="Plusieurs réponses possibles." values={donnees} />;
}

/** The last answer, and where it comes from. */
function avant(
  { valides, declarees, questions }: DiagnosticConsulte,
  question: QuestionDiagnostic,
): string | undefined {
  const [dernier] = valides;
  const connues = dernier ? reprendre(questions, dernier.reponses) : declarees;
  const dit = enMots(question, connues);
  if (dit === null) return undefined;
  return dernier
    ? `${dit} (diagnostic du ${formatDate(dernier.valideLe)})`
    : `${dit} (à l’instruction de la demande)`;
}

function Conflit({
  page,
  etat,
  enregistrees,
}: {
  readonly page: PageDiagnostic;
  readonly etat: FormState;
  readonly enregistrees: ReponsesDiagnostic;
}): VNode {
  const saisies: ReponsesDiagnostic = Object.fromEntries(
    page.questions.map(({ code }) => [code, etat.all(code)]),
  );
  return (
    <>
      <Alert tone="late" title="Quelqu’un a enregistré avant vous" live>
        {etat.problems[""]}
      </Alert>
      <Diff
        caption="Ce qui est enregistré, et ce que vous avez saisi"
        heads={["Enregistré", "Votre saisie"]}
        lines={page.questions.map((question) => ({
          label: question.libelle,
          before: enMots(question, enregistrees),
          after: enMots(question, saisies),
        }))}
      />
    </>
  );
}
