import type { ComponentChildren, VNode } from "preact";
import type { ListColumn } from "../../db/list/definition.ts";
import type { ListRow } from "../../db/list/fetch.ts";
import { chipsOf, counted } from "../../db/list/sentence.ts";
import { Alert } from "../components/alert.tsx";
import { Button, ButtonLink } from "../components/button.tsx";
import { Chips } from "../components/chips.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { Pagination } from "../components/pagination.tsx";
import { PreviewPanel } from "../components/preview-panel.tsx";
import { SelectionBar } from "../components/selection-bar.tsx";
import { type Column, type Row, Table } from "../components/table.tsx";
import { renderCell } from "./cell.tsx";
import { ListTools } from "./list-tools.tsx";
import { currentQuery, hrefOf, type ListModel } from "./model.ts";
import { RefineForm } from "./refine-form.tsx";

const region = "resultats";
const selectionId = "selection";

export function ListPageView({ model }: { model: ListModel }): VNode {
  const { look, list, views } = model;
  const query = currentQuery(model);
  const view = views.find((one) => one.adresse === query && one.adresse !== "");
  return (
    <div class="with-preview">
      <div class="stack">
        <PageHeader title={look.title} over={view?.nom} />
        {list.warnings.length > 0 && (
          <Alert tone="soon" title="Une partie de l’adresse n’a pas été comprise">
            <ul>
              {list.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </Alert>
        )}
        <RefineForm model={model} live={region} />
        <div id={region} class="stack">
          <div class="row-between">
            <Sentence model={model} />
            <ListTools model={model} />
          </div>
          {list.page.rows.length === 0 ? <Nothing model={model} /> : <Rows model={model} />}
        </div>
      </div>
      {look.previewHref && <PreviewPanel />}
    </div>
  );
}

function Sentence({ model }: { model: ListModel }): VNode {
  const { definition, list, href } = model;
  const { total } = list.page;
  const chips = chipsOf(definition, list.state, list.options, total);
  return (
    <div class="row sentence">
      <strong class="num">{counted(definition, total)}</strong>
      <Chips
        chips={chips.map(({ text, without }) => ({
          label: text,
          removeHref: hrefOf(model, without),
        }))}
        clearHref={`${href}${clearQuery(model)}`}
      />
    </div>
  );
}

function clearQuery(model: ListModel): string {
  const cleared = hrefOf(model, { ...model.list.state, filters: {}, cursor: null });
  return cleared.slice(model.href.length);
}

function Rows({ model }: { model: ListModel }): VNode {
  const { definition, list, batch, look, droits } = model;
  const { page, state } = list;
  const turn = (place: "apres" | "avant", cursor: string | null) =>
    cursor === null
      ? undefined
      : withParam(hrefOf(model, { ...state, cursor: null }), place, cursor);
  return (
    <>
      <Table
        caption={list.sentence}
        captionHidden
        columns={list.columns.map((column) => headOf(model, column))}
        rows={page.rows.map((row) => lineOf(model, row))}
        selection={batch.length > 0 ? { form: selectionId, name: "cle" } : undefined}
      />
      {batch.length > 0 && <Batch model={model} />}
      <Pagination
        total={page.total}
        noun={[definition.noun.one, definition.noun.many]}
        previous={turn("avant", page.previous)}
        next={turn("apres", page.next)}
        shown={{ from: page.first, to: page.last }}
      />
      {look.note !== undefined && droits.has(look.note.droit) && (
        <p class="small muted">{look.note.text}</p>
      )}
    </>
  );
}

function withParam(href: string, name: string, value: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}${name}=${value}`;
}

function headOf(model: ListModel, column: ListColumn): Column {
  const { state } = model.list;
  const sorted = state.sort.key === column.key ? state.sort.dir : undefined;
  const sort = { key: column.key, dir: sorted === "asc" ? "desc" : "asc" } as const;
  return {
    key: column.key,
    label: column.label,
    numeric: column.kind === "int" || column.kind === "amount",
    fit: column.kind === "date",
    secondary: column.secondary,
    phone: column.phone,
    unit: column.unit,
    roomy: column.kind === "tags",
    sort: column.sortable
      ? { href: hrefOf(model, { ...state, sort, cursor: null }), direction: sorted }
      : undefined,
  };
}

function lineOf({ look, list, link }: ListModel, row: ListRow): Row {
  const href = look.rowHref ? link(look.rowHref(row)) : undefined;
  const cells = list.columns.map((column): ComponentChildren => {
    const own = look.cells?.[column.key];
    return own ? own(row) : renderCell(column, row.values[column.key]);
  });
  const [head, ...others] = cells;
  const name = look.rowName?.(row);
  return {
    key: String(row.key),
    cells: [href === undefined ? head : <a href={href}>{head ?? name ?? "Ouvrir"}</a>, ...others],
    href,
    preview: look.previewHref ? link(look.previewHref(row)) : undefined,
    tone: look.rowTone?.(row),
    name,
  };
}

function Batch({ model }: { model: ListModel }): VNode {
  const { definition, list, batch, href } = model;
  const { noun } = definition;
  const chosen = noun.feminine ? ["choisie", "choisies"] : ["choisi", "choisis"];
  const { total, rows } = list.page;
  return (
    <SelectionBar
      id={selectionId}
      action={`${href}/lot/${batch[0]?.key ?? ""}`}
      noun={[`${noun.one} ${chosen[0]}`, `${noun.many} ${chosen[1]}`]}
      fields={{ adresse: currentQuery(model) }}
    >
      {total > rows.length && (
        <label class="choice">
          <input type="checkbox" name="toute" value="1" />
          <span>Toute la liste : {counted(definition, total)}</span>
        </label>
      )}
      {batch.map((act) => (
        <Button
          key={act.key}
          formAction={`${href}/lot/${act.key}`}
          confirm={act.confirm}
          download={act.download}
        >
          {act.label}
        </Button>
      ))}
    </SelectionBar>
  );
}

/** An empty list says why, and what to do. */
function Nothing({ model }: { model: ListModel }): VNode {
  const { definition, look, list, href } = model;
  const { noun } = definition;
  if (list.page.total > 0) {
    return (
      <EmptyState
        title="Cette page de la liste n’existe plus"
        text="Des lignes ont changé depuis que vous l’avez ouverte. Rien n’est perdu."
        actions={
          <ButtonLink href={hrefOf(model, { ...list.state, cursor: null })}>
            Revenir au début de la liste
          </ButtonLink>
        }
      />
    );
  }
  const none = noun.feminine ? "Aucune" : "Aucun";
  if (list.empty === "perimeter") {
    return (
      <EmptyState
        title={`${none} ${noun.one} dans votre périmètre`}
        text={
          look.emptyPerimeterHint ??
          "Cette liste suit ce qui vous est confié. Si vous attendez quelqu’un, demandez à votre responsable."
        }
      />
    );
  }
  if (list.empty === "everything") {
    return (
      <EmptyState
        title={`${none} ${noun.one} pour l’instant`}
        text={look.emptyHint ?? "Cette liste se remplira d’elle-même."}
      />
    );
  }
  return (
    <EmptyState
      title={`${none} ${noun.one} ne répond à ces filtres`}
      text="Retirez un filtre ci-dessus, ou repartez de la liste entière."
      actions={<ButtonLink href={`${href}${clearQuery(model)}`}>Voir toute la liste</ButtonLink>}
    />
  );
}
