import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { TaskList } from "#platform/ui/components/task-list.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatDate, formatInstant } from "#platform/ui/format.ts";
import { type EtatPage, etatPage } from "../domain/pages.ts";
import type { DiagnosticConsulte, VersionDiagnostic } from "../usecases/consulter-diagnostic.ts";
import type { Href } from "./cadre.ts";
import { Reponses } from "./reponses.tsx";

interface Props {
  readonly consulte: DiagnosticConsulte;
  readonly href: Href;
  readonly saisir: boolean;
  /** The diagnosis asked, the latest otherwise. */
  readonly version: number | null;
}

/** What is known of the person, where it comes from, and the draft under way. */
export function PageDiagnostic(props: Props): VNode {
  const { consulte, version } = props;
  const [dernier] = consulte.valides;
  const montre = consulte.valides.find(({ id }) => id === version) ?? dernier;
  const declare = Object.keys(consulte.declarees).length > 0;
  return (
    <div class="with-side">
      <div class="stack">
        {montre && dernier && montre !== dernier && (
          <Alert tone="closed" title="Un diagnostic plus récent existe">
            Vous lisez celui du {formatDate(montre.valideLe)}. Le dernier est du{" "}
            {formatDate(dernier.valideLe)}.
          </Alert>
        )}
        {montre ? (
          <Card title={`Diagnostic du ${formatDate(montre.valideLe)}`}>
            <p class="muted">Validé par {montre.valideParNom}.</p>
            <Reponses pages={montre.pages} reponses={montre.reponses} />
          </Card>
        ) : (
          !declare && <SansDiagnostic {...props} />
        )}
        {declare && <Declare consulte={consulte} remplace={montre !== undefined} />}
      </div>
      <div class="stack">
        <EnCours {...props} />
        <Versions {...props} montre={montre} />
      </div>
    </div>
  );
}

function SansDiagnostic({ consulte, href, saisir }: Props): VNode {
  return (
    <EmptyState
      title="Aucune réponse n’est connue"
      text="L’organisme n’a pas transmis de données socioprofessionnelles, et aucun diagnostic n’a été validé."
      actions={
        saisir &&
        consulte.brouillon === null && (
          <ButtonLink kind="primary" href={href(pageSaisie(consulte.personneId, 1))}>
            Commencer un diagnostic
          </ButtonLink>
        )
      }
    />
  );
}

function Declare({
  consulte,
  remplace,
}: {
  readonly consulte: DiagnosticConsulte;
  readonly remplace: boolean;
}): VNode {
  const contenu = <Reponses pages={consulte.pages} reponses={consulte.declarees} />;
  if (!remplace) {
    return (
      <Card title="Ce qui a été déclaré à l’instruction de la demande">
        <p class="muted">Transmis par l’organisme. Un diagnostic validé prendra sa place.</p>
        {contenu}
      </Card>
    );
  }
  return (
    <details class="why">
      <summary>Ce qui avait été déclaré à l’instruction de la demande</summary>
      <div class="why-body">{contenu}</div>
    </details>
  );
}

const etats: Readonly<Record<EtatPage, VNode>> = {
  faite: <Etat tone="ok">Faite</Etat>,
  commencee: <Etat tone="soon">À compléter</Etat>,
  "a-faire": <Etat tone="neutral">À faire</Etat>,
};

function EnCours({ consulte, href, saisir }: Props): VNode | null {
  const { brouillon, pages, personneId, valides } = consulte;
  if (!saisir) return null;
  if (brouillon === null) {
    if (valides.length === 0 && Object.keys(consulte.declarees).length === 0) return null;
    return (
      <ButtonLink kind="primary" href={href(pageSaisie(personneId, 1))}>
        Commencer un diagnostic
      </ButtonLink>
    );
  }
  const suivante = pages.find((page) => etatPage(page, brouillon.reponses) === "a-faire");
  return (
    <Card
      title="Diagnostic en cours"
      foot={<p class="muted small">Enregistré le {formatInstant(brouillon.modifieLe)}</p>}
    >
      <TaskList
        label="Pages du diagnostic"
        tasks={pages.map((page) => ({
          key: page.theme,
          label: page.theme,
          href: href(pageSaisie(personneId, page.numero)),
          state: etats[etatPage(page, brouillon.reponses)],
        }))}
      />
      <ButtonLink
        kind="primary"
        href={href(suivante ? pageSaisie(personneId, suivante.numero) : relecture(personneId))}
      >
        {suivante ? "Continuer" : "Relire et valider"}
      </ButtonLink>
    </Card>
  );
}

function Versions({
  consulte,
  href,
  montre,
}: Props & { readonly montre: VersionDiagnostic | undefined }): VNode | null {
  const { valides, personneId } = consulte;
  if (valides.length < 2) return null;
  return (
    <Card title="Diagnostics successifs">
      <Timeline
        label="Diagnostics validés"
        entries={valides.map((valide) => ({
          key: String(valide.id),
          when: `${formatDate(valide.valideLe)}, par ${valide.valideParNom}`,
          what:
            valide === montre ? (
              "Celui qui est montré"
            ) : (
              <a href={href(`/personnes/${personneId}/diagnostic?version=${valide.id}`)}>
                Lire ce diagnostic
              </a>
            ),
        }))}
      />
    </Card>
  );
}

/** The draft read whole before it binds. */
export function PageRelecture({
  consulte,
  href,
  problemes,
}: Pick<Props, "consulte" | "href"> & {
  readonly problemes: Readonly<Record<string, string>>;
}): VNode {
  const { brouillon, pages, personneId } = consulte;
  const ici = `/personnes/${personneId}/diagnostic`;
  if (brouillon === null) {
    return (
      <EmptyState
        title="Aucun diagnostic n’est en cours"
        text="Il a été validé ou abandonné."
        actions={<ButtonLink href={href(ici)}>Revenir au diagnostic</ButtonLink>}
      />
    );
  }
  const fields = { version: String(brouillon.version) };
  const manquantes = pages.filter((page) => etatPage(page, brouillon.reponses) !== "faite");
  return (
    <div class="stack measure">
      <h2>Relire et valider</h2>
      <ErrorSummary problems={problemes} />
      {manquantes.length > 0 && (
        <Alert tone="soon" title="Des questions sont restées sans réponse">
          <ul class="plain-list">
            {manquantes.map(({ theme, numero }) => (
              <li key={theme}>
                <a href={href(pageSaisie(personneId, numero))}>{theme}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Reponses pages={pages} reponses={brouillon.reponses} />
      <p>
        Une fois validé, ce diagnostic ne se modifie plus : un changement se dit dans un nouveau
        diagnostic. Ses réponses servent à proposer l’orientation.
      </p>
      <div class="row">
        <Form action={href(`${ici}/valider`)} fields={fields} layout="inline">
          <Button kind="primary">Valider le diagnostic</Button>
        </Form>
        <Form action={href(`${ici}/abandonner`)} fields={fields} layout="inline">
          <Button kind="quiet" confirm="Abandonner ce brouillon ? Ses réponses ne serviront pas.">
            Abandonner
          </Button>
        </Form>
      </div>
    </div>
  );
}

export function pageSaisie(personneId: number, numero: number): string {
  return `/personnes/${personneId}/diagnostic/saisie/${numero}`;
}

export function relecture(personneId: number): string {
  return `/personnes/${personneId}/diagnostic/relecture`;
}
