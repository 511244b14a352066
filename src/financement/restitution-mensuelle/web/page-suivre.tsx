import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { type Task, TaskList } from "#platform/ui/components/task-list.tsx";
import { formatCount, formatDate, formatMonth } from "#platform/ui/format.ts";
import type { LigneTableau, RestitutionsASuivre } from "../usecases/consulter-tableau.ts";
import { cheminDe, delaiEnMots, EtatDeLaRestitution, type Href, Source } from "./mots.tsx";

/** What an operator owes, month by month: one click to each form. */
export function PageSuivre({
  suivies,
  href,
}: {
  readonly suivies: RestitutionsASuivre;
  readonly href: Href;
}): VNode {
  const { aFaire, envoyees, le, regle } = suivies;
  const parMois = [...Map.groupBy(aFaire, ({ restitution }) => restitution.mois)].toSorted(
    ([a], [b]) => b.localeCompare(a),
  );
  const [recents, anciens] = [parMois.slice(0, MOIS_OUVERTS), parMois.slice(MOIS_OUVERTS)];
  return (
    <div class="stack">
      <PageHeader
        title="Restitutions mensuelles"
        meta={<span>{resume(aFaire)}</span>}
        actions={
          <ButtonLink href={href("/restitutions?par=operateur")}>Tableau du mois</ButtonLink>
        }
      />
      <div class="with-side">
        <div class="stack">
          {aFaire.length === 0 && (
            <EmptyState
              title="Rien ne vous attend"
              text="Toutes vos restitutions sont transmises. Celles du mois en cours se rempliront à partir du premier jour du mois prochain."
            />
          )}
          {recents.map(([mois, lignes]) => (
            <Mois key={mois} mois={mois} lignes={lignes} le={le} href={href} />
          ))}
          {anciens.length > 0 && (
            <details class="panel">
              <summary>
                {formatCount(
                  anciens.reduce((nombre, [, lignes]) => nombre + lignes.length, 0),
                  "restitution plus ancienne",
                  "restitutions plus anciennes",
                )}
              </summary>
              <div class="panel-body stack">
                {anciens.map(([mois, lignes]) => (
                  <Mois key={mois} mois={mois} lignes={lignes} le={le} href={href} />
                ))}
              </div>
            </details>
          )}
        </div>
        <div class="stack">
          <Envoyees lignes={envoyees} href={href} />
          <Source texte={regle.texte} certitude={regle.certitude} />
        </div>
      </div>
    </div>
  );
}

const MOIS_OUVERTS = 3;

function resume(aFaire: readonly LigneTableau[]): string {
  if (aFaire.length === 0) return "Tout est transmis";
  const retards = aFaire.filter(({ transmise, retard }) => !transmise && retard > 0).length;
  const dit = formatCount(aFaire.length, "restitution vous attend", "restitutions vous attendent");
  return retards === 0 ? dit : `${dit}, dont ${retards} en retard`;
}

interface PropsMois {
  readonly mois: string;
  readonly lignes: readonly LigneTableau[];
  readonly le: string;
  readonly href: Href;
}

function Mois({ mois, lignes, le, href }: PropsMois): VNode {
  const nom = formatMonth(mois);
  return (
    <Card title={`${nom.charAt(0).toUpperCase()}${nom.slice(1)}`}>
      <TaskList label={nom} tasks={lignes.map((ligne) => tacheDe(ligne, le, href))} />
    </Card>
  );
}

function tacheDe(ligne: LigneTableau, le: string, href: Href): Task {
  const { restitution, action, etat, retard, transmise, changee } = ligne;
  const quand = changee
    ? "les séjours ont changé depuis la transmission : à rectifier"
    : (restitution.motifReprise ?? delaiEnMots(restitution, retard, le));
  return {
    key: String(restitution.id),
    label: action.nom,
    href: href(cheminDe(restitution.id)),
    hint: quand.charAt(0).toUpperCase() + quand.slice(1),
    state: (
      <EtatDeLaRestitution
        etat={changee ? "a-corriger" : etat}
        retard={retard}
        transmise={transmise}
      />
    ),
  };
}

function Envoyees({
  lignes,
  href,
}: {
  readonly lignes: readonly LigneTableau[];
  readonly href: Href;
}): VNode {
  return (
    <Card title="Chez le département">
      {lignes.length === 0 ? (
        <p class="muted">Aucune restitution n’attend d’être acceptée.</p>
      ) : (
        <ul class="plain-list stack-tight">
          {lignes.map(({ restitution, action }) => (
            <li key={restitution.id}>
              <a href={href(cheminDe(restitution.id))}>{action.nom}</a>
              <br />
              <span class="muted small">
                {`${formatMonth(restitution.mois)}, transmise le ${formatDate(restitution.transmiseLe)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
