import type { ComponentChildren, VNode } from "preact";
import { classes, type State, toneClass } from "../tone.ts";
import { ScrollRegion } from "./scroll-region.tsx";

export interface Column {
  readonly key: string;
  readonly label: string;
  /** Aligned to the right, figures of one width. */
  readonly numeric?: boolean | undefined;
  /** As narrow as its content, on one line. */
  readonly fit?: boolean | undefined;
  /** Link that sorts by this column; `direction` when the list is already sorted by it. */
  readonly sort?:
    | { readonly href: string; readonly direction?: "asc" | "desc" | undefined }
    | undefined;
  /** A column of acts: its head is read, not shown. */
  readonly labelHidden?: boolean | undefined;
  /** Left out on a phone. */
  readonly secondary?: boolean | undefined;
  /** On a phone, beside the head of the line or among the facts under it. Then the other columns wait to be asked for. */
  readonly phone?: "title" | "fact" | undefined;
  /** Said after the content where no head says it. */
  readonly unit?: string | undefined;
  /** On a phone, its head is said before the content: « Rendez-vous : aucun ». */
  readonly lead?: boolean | undefined;
  /** Several words a line: not squeezed into a tall cell. */
  readonly roomy?: boolean | undefined;
}

export interface Row {
  readonly key: string;
  /** One content per column. The first is the head of the line. */
  readonly cells: readonly ComponentChildren[];
  /** Page opened by Enter on the line. Put the same link in the first cell. */
  readonly href?: string | undefined;
  /** Address of the page whose `PreviewPanel` is shown at the side when the line has the focus. */
  readonly preview?: string | undefined;
  readonly tone?: State | undefined;
  /** Who or what the line is, for the name of its box: « Mme Exemple ». */
  readonly name?: string | undefined;
  readonly selected?: boolean | undefined;
}

export interface TableProps {
  /** What the list is, in words. Shown unless `captionHidden`. */
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Adds a box to each line, sent with the form of this id (see `SelectionBar`). */
  readonly selection?: { readonly form: string; readonly name: string } | undefined;
  readonly total?: readonly ComponentChildren[] | undefined;
  /** On a phone: lines become cards (`stack`), or the table scrolls in its own frame. */
  readonly narrow?: "stack" | "scroll" | undefined;
}

/** A list. Heads stay under the top bar while the page scrolls. */
export function Table(props: TableProps): VNode {
  const table = (
    <table class="table" data-list={props.rows.some((row) => row.href !== undefined) || undefined}>
      <caption class={props.captionHidden ? "visually-hidden" : undefined}>{props.caption}</caption>
      <Head {...props} />
      <tbody>
        {props.rows.map((row) => (
          <Line key={row.key} row={row} columns={props.columns} selection={props.selection} />
        ))}
      </tbody>
      {props.total && (
        <Total cells={props.total} columns={props.columns} select={props.selection !== undefined} />
      )}
    </table>
  );
  if (props.narrow !== "scroll") {
    const brief = props.columns.some((column) => column.phone !== undefined);
    return (
      <div class={classes("table-frame table-sticky table-stack", brief && "table-brief")}>
        {brief && <AllColumns />}
        {table}
      </div>
    );
  }
  return (
    <ScrollRegion className="table-frame table-frame-scroll" label={props.caption}>
      {table}
    </ScrollRegion>
  );
}

/** On a phone only: lines begin with what matters, and say the rest when asked. */
function AllColumns(): VNode {
  return (
    <label class="choice table-all">
      <input type="checkbox" autocomplete="off" />
      <span>Afficher toutes les colonnes</span>
    </label>
  );
}

function Head({ columns, selection }: TableProps): VNode {
  return (
    <thead>
      <tr>
        {selection && (
          <th scope="col" class="fit table-check-cell">
            <span class="visually-hidden">Choix</span>
            <input
              type="checkbox"
              class="table-check"
              aria-label="Tout choisir sur cette page"
              data-select-all={selection.form}
              hidden
            />
          </th>
        )}
        {columns.map((column) => (
          <th key={column.key} scope="col" class={cellClass(column)} aria-sort={ariaSort(column)}>
            <HeadContent column={column} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

function HeadContent({ column }: { column: Column }): VNode {
  if (column.labelHidden) return <span class="visually-hidden">{column.label}</span>;
  if (column.sort === undefined) return <>{column.label}</>;
  const marks = { asc: "▲", desc: "▼", none: "▲▼" } as const;
  return (
    <a class="table-sort" href={column.sort.href}>
      {column.label}
      <span class="table-sort-mark" aria-hidden="true">
        {marks[column.sort.direction ?? "none"]}
      </span>
    </a>
  );
}

interface LineProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly selection: TableProps["selection"];
}

function Line({ row, columns, selection }: LineProps): VNode {
  return (
    <tr class={toneClass(row.tone) || undefined} data-href={row.href} data-preview={row.preview}>
      {selection && (
        <td class="fit table-check-cell">
          <input
            type="checkbox"
            class="table-check"
            form={selection.form}
            name={selection.name}
            value={row.key}
            checked={row.selected}
            aria-label={`Choisir ${row.name ?? row.key}`}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <Cell key={column.key} column={column} head={index === 0} content={row.cells[index]} />
      ))}
    </tr>
  );
}

function Cell({
  column,
  head,
  content,
}: {
  column: Column;
  head: boolean;
  content: ComponentChildren;
}): VNode {
  const empty = content === null || content === undefined || content === "";
  // A line that goes on with the one above it has no head of its own.
  if (head && !empty) {
    return (
      <th scope="row" class={cellClass(column)}>
        {content}
      </th>
    );
  }
  return (
    <td
      class={classes(cellClass(column), empty && "empty-cell") || undefined}
      data-label={column.labelHidden ? undefined : column.label}
      data-unit={empty ? undefined : column.unit}
      data-lead={!empty && column.lead ? column.label : undefined}
    >
      {typeof content === "string" ? <span>{content}</span> : content}
    </td>
  );
}

function Total({
  cells,
  columns,
  select,
}: {
  cells: readonly ComponentChildren[];
  columns: readonly Column[];
  select: boolean;
}): VNode {
  return (
    <tfoot>
      <tr>
        {select && <td class="fit table-check-cell" />}
        {columns.map((column, index) => (
          <Cell key={column.key} column={column} head={index === 0} content={cells[index]} />
        ))}
      </tr>
    </tfoot>
  );
}

function cellClass(column: Column): string | undefined {
  return (
    classes(
      column.numeric && "number",
      column.fit && "fit",
      column.secondary && "secondary",
      column.roomy && "roomy",
      column.phone && `phone-${column.phone}`,
    ) || undefined
  );
}

function ariaSort(column: Column): "ascending" | "descending" | undefined {
  if (column.sort?.direction === undefined) return undefined;
  return column.sort.direction === "asc" ? "ascending" : "descending";
}
