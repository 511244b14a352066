import { type Cursor, decodePlace, encodePlace } from "./cursor.ts";
import {
  type ListColumn,
  type ListDefinition,
  type ListFilter,
  type Option,
  reservedParams,
  type SortDir,
} from "./definition.ts";
import { type FilterValue, readFilter, writeFilter } from "./values.ts";

/** What a list shows: wholly in its address, so that it can be sent, saved and counted. */
export interface ListState {
  readonly filters: Readonly<Record<string, FilterValue>>;
  readonly sort: { readonly key: string; readonly dir: SortDir };
  /** Keys in the order of the definition; null for the reader's usual columns. */
  readonly columns: readonly string[] | null;
  readonly cursor: Cursor | null;
}

export interface ReadingContext {
  /** `YYYY-MM-DD`, for the periods that move. */
  readonly today: string;
  readonly droits: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, readonly Option[]>;
}

export interface ParsedList {
  readonly state: ListState;
  /** In French, for the top of the page: what the address asked that could not be done. */
  readonly warnings: readonly string[];
}

const noFilter = "tous";

export function allowed<Part extends { readonly right?: string }>(
  parts: readonly Part[],
  droits: ReadonlySet<string>,
): readonly Part[] {
  return parts.filter((part) => part.right === undefined || droits.has(part.right));
}

export function parseListState(
  definition: ListDefinition,
  params: URLSearchParams,
  context: ReadingContext,
): ParsedList {
  const warnings: string[] = unknownParams(definition, params, context);
  const filters = readFilters(definition, params, context, warnings);
  const sort = readSort(definition, params, context, warnings);
  return {
    state: {
      filters,
      sort,
      columns: readColumns(definition, params, context, warnings),
      cursor: readCursor(definition, params, sort, warnings),
    },
    warnings: [...new Set(warnings)],
  };
}

function unknownParams(
  definition: ListDefinition,
  params: URLSearchParams,
  { droits }: ReadingContext,
): string[] {
  const known = new Set(allowed(definition.filters, droits).map((filter) => filter.key));
  return [...params.keys()]
    .map((key) => key.replace(/\.(?:min|max)$/, ""))
    .filter((key) => !known.has(key) && !reservedParams.has(key))
    .map(
      (key) => `Cette liste n’a pas de filtre « ${key.slice(0, 60)} » : il n’a pas été appliqué.`,
    );
}

function readFilters(
  definition: ListDefinition,
  params: URLSearchParams,
  { droits, options, today }: ReadingContext,
  warnings: string[],
): Record<string, FilterValue> {
  const filters: Record<string, FilterValue> = {};
  for (const filter of allowed(definition.filters, droits)) {
    const source = paramsOf(definition, filter, params);
    if (!source) continue;
    const reading = readFilter({
      filter,
      params: source,
      options: options.get(filter.key) ?? [],
      today,
    });
    if (reading.value) filters[filter.key] = reading.value;
    warnings.push(...reading.warnings);
  }
  return filters;
}

/** The address first; the list's own default unless the address speaks of this filter or comes from the form. */
function paramsOf(
  { defaultFilters }: ListDefinition,
  { key, kind }: ListFilter,
  params: URLSearchParams,
): URLSearchParams | null {
  if (!isFree(kind) && params.get(key) === noFilter) return null;
  const spoken = [key, `${key}.min`, `${key}.max`].some((name) => params.has(name));
  if (spoken || params.has("affine")) return params;
  const byDefault = defaultFilters?.[key];
  return byDefault === undefined ? null : new URLSearchParams([[key, byDefault]]);
}

function readSort(
  { columns, defaultSort }: ListDefinition,
  params: URLSearchParams,
  { droits }: ReadingContext,
  warnings: string[],
): ListState["sort"] {
  const key = params.get("tri");
  if (!key) return defaultSort;
  const column = allowed(columns, droits).find((one) => one.sortable && one.key === key);
  if (!column) {
    warnings.push(
      `Cette liste ne se trie pas par « ${key.slice(0, 60)} » : le tri habituel est gardé.`,
    );
    return defaultSort;
  }
  return { key, dir: params.get("sens") === "desc" ? "desc" : "asc" };
}

function readColumns(
  definition: ListDefinition,
  params: URLSearchParams,
  { droits }: ReadingContext,
  warnings: string[],
): readonly string[] | null {
  const seen = allowed(definition.columns, droits);
  const asked = params
    .getAll("colonnes")
    .flatMap((text) => text.split(","))
    .filter((key) => key !== "");
  warnings.push(
    ...asked
      .filter((key) => !seen.some((column) => column.key === key))
      .map((key) => `Cette liste n’a pas de colonne « ${key.slice(0, 60)} ».`),
  );
  const chosen = seen.filter((column) => asked.includes(column.key));
  return chosen.length > 0 ? chosen.map((column) => column.key) : null;
}

/** The columns asked; else those the reader keeps; else the usual ones. Never one without its right. */
export function visibleColumns(
  definition: ListDefinition,
  state: ListState,
  droits: ReadonlySet<string>,
  kept: readonly string[] | null = null,
): readonly ListColumn[] {
  const seen = allowed(definition.columns, droits);
  return (
    [state.columns, kept]
      .map((keys) => seen.filter((column) => keys?.includes(column.key)))
      .find((columns) => columns.length > 0) ??
    seen.filter((column) => column.defaultVisible !== false)
  );
}

function readCursor(
  definition: ListDefinition,
  params: URLSearchParams,
  sort: ListState["sort"],
  warnings: string[],
): Cursor | null {
  const side = params.get("apres") ? "after" : "before";
  const text = params.get("apres") || params.get("avant");
  if (!text) return null;
  if (side === "before" && text === "fin") return { side: "end" };
  const place = decodePlace(definition, columnOf(definition, sort.key), sort, text);
  if (place) return { side, place };
  warnings.push("La page demandée n’existe plus : voici le début de la liste.");
  return null;
}

export function columnOf({ columns, name }: ListDefinition, key: string): ListColumn {
  const column = columns.find((one) => one.key === key);
  if (!column) throw new Error(`List ${name} has no column ${key}`);
  return column;
}

/** A typed text may well be the word that means « no filter » elsewhere. */
function isFree(kind: ListFilter["kind"]): boolean {
  return kind === "text" || kind === "search";
}

/** The shortest address that says the same. */
function toSearchParams(definition: ListDefinition, state: ListState): URLSearchParams {
  const params = new URLSearchParams();
  const { sort, columns, cursor } = state;
  writeFilters(definition, state, params);
  if (sort.key !== definition.defaultSort.key || sort.dir !== definition.defaultSort.dir) {
    params.set("tri", sort.key);
    if (sort.dir === "desc") params.set("sens", "desc");
  }
  if (columns) params.set("colonnes", columns.join(","));
  if (cursor?.side === "end") params.set("avant", "fin");
  else if (cursor) {
    params.set(cursor.side === "after" ? "apres" : "avant", encodePlace(sort, cursor.place));
  }
  return params;
}

function writeFilters(
  { filters, defaultFilters }: ListDefinition,
  state: ListState,
  params: URLSearchParams,
): void {
  for (const { key, kind } of filters) {
    const value = state.filters[key];
    const text = value ? writeFilter(value) : noFilter;
    const usual = defaultFilters?.[key] ?? noFilter;
    if (text !== usual || (value && isFree(kind))) params.set(key, text);
  }
}

/** `?etat=2,4&tri=nom`, commas left readable; empty when there is nothing to say. */
export function toQueryString(definition: ListDefinition, state: ListState): string {
  const text = toSearchParams(definition, state).toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}
