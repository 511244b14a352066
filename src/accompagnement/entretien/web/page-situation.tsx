import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { TaskList } from "#platform/ui/components/task-list.tsx";
import { formatCount, formatDate } from "#platform/ui/format.ts";
import type { BilanLu } from "../db/bilans.ts";
import type { FreinLu } from "../db/freins.ts";
import type { SituationConsultee, ThemeConsulte } from "../usecases/consulter-situation.ts";
import { libelleNature } from "../usecases/themes-en-vigueur.ts";
import type { Href } from "./cadre.ts";
import {
  depuisQuand,
  EtatDuFrein,
  EtatEtape,
  enCours,
  estOuvert,
  Paragraphes,
  quiFait,
} from "./mots.tsx";

interface Props {
  readonly situation: SituationConsultee;
  readonly href: Href;
  readonly peutSaisir: boolean;
  /** The diagnosis answers another question: who may read it is told where it is. */
  readonly litDiagnostic: boolean;
}

/** What holds her back and what is being done of it, beside what she said theme by theme. */
export function PageSituation(props: Props): VNode {
  const { situation, href, litDiagnostic } = props;
  const { personneId } = situation;
  return (
    <div class="stack">
      {litDiagnostic && (
        <p class="muted measure">
          Cette page suit l’accompagnement : elle se complète à chaque entretien. Les réponses qui
          servent à proposer l’orientation sont dans le{" "}
          <a href={href(`/personnes/${personneId}/diagnostic`)}>diagnostic</a>.
        </p>
      )}
      <div class="with-side">
        <div class="stack">
          <Freins {...props} />
          <Reponses {...props} />
        </div>
        <Themes {...props} />
      </div>
    </div>
  );
}

function Freins({ situation, href, peutSaisir }: Props): VNode {
  const { freins, personneId, le, natures } = situation;
  const ouverts = freins.filter(estOuvert);
  const leves = freins.filter((frein) => !estOuvert(frein));
  const ouvrir = peutSaisir && (
    <ButtonLink small href={href(`/personnes/${personneId}/freins/nouveau`)}>
      Ouvrir un frein
    </ButtonLink>
  );
  if (freins.length === 0) {
    return (
      <EmptyState
        title="Aucun frein n’est ouvert"
        text="Un frein nomme ce qui fait obstacle, ce qui est fait pour le lever, et ce qui prouve qu’il l’est."
        actions={ouvrir}
      />
    );
  }
  const commun = { personneId, le, href, nommer: (code: string) => libelleNature(natures, code) };
  return (
    <Card
      title={formatCount(ouverts.length, "frein ouvert", "freins ouverts")}
      aside={<div class="no-print">{ouvrir}</div>}
    >
      {ouverts.length === 0 ? (
        <p class="muted">Tous les freins connus sont levés.</p>
      ) : (
        <ul class="tasks" aria-label="Freins ouverts">
          {ouverts.map((frein) => (
            <UnFrein key={frein.id} frein={frein} {...commun} />
          ))}
        </ul>
      )}
      {leves.length > 0 && (
        <details class="why">
          <summary>{formatCount(leves.length, "frein levé", "freins levés")}</summary>
          <ul class="tasks" aria-label="Freins levés">
            {leves.map((frein) => (
              <UnFrein key={frein.id} frein={frein} {...commun} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

/** One line: what it is, since when, and the next step. */
function UnFrein({
  frein,
  personneId,
  le,
  href,
  nommer,
}: {
  readonly frein: FreinLu;
  readonly personneId: number;
  readonly le: string;
  readonly href: Href;
  readonly nommer: (code: string) => string;
}): VNode {
  const prochaine = frein.etapes.find(enCours);
  const preuve = frein.periodes.at(-1)?.preuve;
  return (
    <li>
      <div class="tasks-main">
        <a href={href(`/personnes/${personneId}/freins/${frein.id}`)}>{frein.libelle}</a>
        <span class="tasks-hint">
          {nommer(frein.nature)}, {depuisQuand(frein)}
          {preuve ? ` ; preuve : ${preuve}` : ""}
        </span>
        {estOuvert(frein) && (
          <span class="tasks-hint">
            {prochaine === undefined ? (
              "Aucune étape prévue"
            ) : (
              <>
                Prochaine étape : {prochaine.quoi}, {quiFait(prochaine).toLocaleLowerCase("fr")}{" "}
                <EtatEtape etape={prochaine} le={le} />
              </>
            )}
          </span>
        )}
      </div>
      <EtatDuFrein frein={frein} />
    </li>
  );
}

function Reponses({ situation, href }: Props): VNode | null {
  const repondus = situation.themes.filter(({ dernier }) => dernier !== null);
  if (repondus.length === 0) return null;
  return (
    <Card title="Ce que la personne a dit de sa situation">
      <div class="stack">
        {repondus.map((un) => (
          <section key={un.code} class="stack-tight">
            <h3>
              <a href={href(adresseTheme(situation.personneId, un.code))}>{un.libelle}</a>
            </h3>
            {un.dernier && <UneVersion bilan={un.dernier} />}
          </section>
        ))}
      </div>
    </Card>
  );
}

/** What was answered, and who signed it. */
export function UneVersion({ bilan }: { readonly bilan: BilanLu }): VNode {
  const { situations, objectifs, texte } = bilan.contenu;
  const dire = (choix: typeof situations) => choix.map(({ libelle }) => libelle).join(" · ");
  return (
    <>
      <FactsList
        layout="lines"
        facts={[
          ...(situations.length > 0 ? [{ label: "Situation", value: dire(situations) }] : []),
          ...(objectifs.length > 0 ? [{ label: "Objectifs", value: dire(objectifs) }] : []),
        ]}
      />
      {texte !== "" && <Paragraphes texte={texte} />}
      <p class="muted small">
        {bilan.par}, le {formatDate(bilan.le)}
      </p>
    </>
  );
}

function Themes({ situation, href, peutSaisir }: Props): VNode {
  const poses = situation.themes.filter(({ theme }) => theme !== null);
  const dits = poses.filter(({ dernier }) => dernier !== null).length;
  return (
    <div class="no-print">
      <Card
        title="Thèmes"
        foot={<p class="muted small">{`${dits} sur ${poses.length} abordés`}</p>}
      >
        <TaskList
          label="Thèmes de la situation"
          tasks={poses.map((un) => ({
            key: un.code,
            label: un.libelle,
            href:
              peutSaisir || un.dernier
                ? href(adresseTheme(situation.personneId, un.code))
                : undefined,
            state: <EtatTheme theme={un} />,
          }))}
        />
      </Card>
    </div>
  );
}

function EtatTheme({ theme: { dernier } }: { readonly theme: ThemeConsulte }): VNode {
  if (dernier === null) return <Etat tone="neutral">Pas abordé</Etat>;
  return <Etat tone="ok">{formatDate(dernier.le)}</Etat>;
}

export function adresseTheme(personneId: number, theme: string): string {
  return `/personnes/${personneId}/situation/${theme}`;
}
