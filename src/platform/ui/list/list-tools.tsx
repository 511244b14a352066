import type { ComponentChildren, VNode } from "preact";
import { allowed } from "../../db/list/state.ts";
import { Button } from "../components/button.tsx";
import { Checkbox, Checkboxes } from "../components/choices.tsx";
import { Form } from "../components/form.tsx";
import { Icon } from "../components/icon.tsx";
import { Menu } from "../components/menu.tsx";
import { TextField } from "../components/text-field.tsx";
import { currentQuery, type ListModel } from "./model.ts";
import type { ListView } from "./views.ts";

/** The quiet acts of a list: its views, its columns, its exports. */
export function ListTools({ model }: { model: ListModel }): VNode {
  const query = currentQuery(model);
  const suffix = query === "" ? "" : `?${query}`;
  return (
    <div class="row no-print">
      {model.viewsAvailable && (
        <Fold label="Vues" open={model.viewProblem !== undefined}>
          <Views model={model} query={query} />
        </Fold>
      )}
      <Fold label="Colonnes">
        <Columns model={model} query={query} />
      </Fold>
      {model.canExport && (
        <Menu
          label={
            <>
              <Icon name="exporter" small />
              Exporter
            </>
          }
          items={[
            { label: "Classeur (XLSX)", href: `${model.href}/export.xlsx${suffix}` },
            { label: "Fichier CSV", href: `${model.href}/export.csv${suffix}` },
          ]}
        />
      )}
    </div>
  );
}

function Fold({
  label,
  open,
  children,
}: {
  label: string;
  open?: boolean;
  children: ComponentChildren;
}): VNode {
  return (
    <details class="menu" data-menu open={open}>
      <summary class="btn">{label}</summary>
      <div class="menu-form">{children}</div>
    </details>
  );
}

function Columns({ model, query }: { model: ListModel; query: string }): VNode {
  const { definition, droits, list, href } = model;
  return (
    <Form action={`${href}/colonnes`} fields={{ adresse: query }} label="Choisir les colonnes">
      <Checkboxes
        name="colonnes"
        label="Colonnes affichées"
        options={allowed(definition.columns, droits).map(({ key, label }) => ({
          value: key,
          label,
        }))}
        values={list.columns.map((column) => column.key)}
        optional
      />
      <Button kind="primary" small>
        Afficher ces colonnes
      </Button>
      <Button kind="quiet" small name="habituelles" value="1">
        Revenir aux colonnes habituelles
      </Button>
    </Form>
  );
}

function Views({ model, query }: { model: ListModel; query: string }): VNode {
  const { views, href, canShare, viewProblem } = model;
  return (
    <>
      {views.length === 0 && (
        <p class="small muted">Aucune vue enregistrée. Réglez la liste, puis donnez-lui un nom.</p>
      )}
      <ul class="plain-list">
        {views.map((view) => (
          <li key={view.id} class="row-between">
            <ViewLink view={view} model={model} query={query} />
            {view.mienne && <ViewActs view={view} href={href} query={query} canShare={canShare} />}
          </li>
        ))}
      </ul>
      <Form action={`${href}/vues`} fields={{ adresse: query }} label="Enregistrer cette vue">
        <TextField
          name="nom"
          id="nom-vue"
          label="Nom de la vue"
          value={viewProblem?.nom}
          error={viewProblem?.message}
          maxLength={80}
        />
        {canShare && (
          <Checkbox
            name="partagee"
            id="vue-partagee"
            label="La partager avec le département"
            optional
          />
        )}
        <Button kind="primary" small>
          Enregistrer cette vue
        </Button>
      </Form>
    </>
  );
}

function ViewLink({
  view,
  model,
  query,
}: {
  view: ListView;
  model: ListModel;
  query: string;
}): VNode {
  const current = view.adresse === query;
  return (
    <a
      href={view.adresse === "" ? model.href : `${model.href}?${view.adresse}`}
      aria-current={current ? "true" : undefined}
    >
      {view.nom}
      {view.partagee && (
        <span class="table-sub">
          {view.mienne || view.auteur === null ? "partagée" : `partagée par ${view.auteur}`}
        </span>
      )}
    </a>
  );
}

interface ViewActsProps {
  readonly view: ListView;
  readonly href: string;
  readonly query: string;
  readonly canShare: boolean;
}

function ViewActs({ view, href, query, canShare }: ViewActsProps): VNode {
  const one = `${href}/vues/${view.id}`;
  return (
    <span class="row">
      {canShare && (
        <form method="post" action={`${one}/partager`}>
          <input type="hidden" name="adresse" value={query} />
          <input type="hidden" name="partagee" value={view.partagee ? "non" : "oui"} />
          <Button kind="quiet" small>
            {shareWord(view)}
            <span class="visually-hidden"> la vue {view.nom}</span>
          </Button>
        </form>
      )}
      <form method="post" action={`${one}/supprimer`}>
        <input type="hidden" name="adresse" value={query} />
        <Button kind="quiet" small confirm={`Supprimer la vue « ${view.nom} » ?`}>
          Supprimer
          <span class="visually-hidden"> la vue {view.nom}</span>
        </Button>
      </form>
    </span>
  );
}

function shareWord(view: ListView): string {
  return view.partagee ? "Ne plus partager" : "Partager";
}
