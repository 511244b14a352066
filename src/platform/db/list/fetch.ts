import type { Portee } from "../../usecase/define-use-case.ts";
import type { Tx } from "../tx.ts";
import { type Cursor, encodePlace, isKey, type Place } from "./cursor.ts";
import type { ListColumn, ListDefinition } from "./definition.ts";
import {
  allRowsQuery,
  countQuery,
  keysQuery,
  type Plan,
  planOf,
  rowsQuery,
  type Segment,
  sliceQuery,
} from "./query.ts";
import { render, type Sql } from "./sql.ts";
import type { ListState } from "./state.ts";

export type RowKey = string | number;

export interface ListRow {
  readonly key: RowKey;
  /** By key of column: only the columns asked. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface ListPage {
  readonly rows: readonly ListRow[];
  readonly total: number;
  /** Rank of the first and last rows shown, from 1; 0 when the list is empty. */
  readonly first: number;
  readonly last: number;
  /** Values of `avant` and `apres`. */
  readonly previous: string | null;
  readonly next: string | null;
}

export interface PageLimits {
  /** Rows of a page. */
  readonly size: number;
  /** Up to so many rows in all, the list is gathered before it is ordered. */
  readonly few: number;
}

const usualLimits: PageLimits = { size: 50, few: 5000 };

interface Slot {
  readonly cle: RowKey;
  readonly tri: string | null;
}

async function run<Row>(tx: Tx, part: Sql): Promise<Row[]> {
  const { text, values } = render(part);
  return tx.query<Row>(text, values);
}

export async function fetchListPage(
  tx: Tx,
  definition: ListDefinition,
  state: ListState,
  portee: Portee,
  columns: readonly ListColumn[],
  { size, few }: PageLimits = usualLimits,
): Promise<ListPage> {
  const plan = await planOf(tx, definition, state, portee);
  const backward = state.cursor !== null && state.cursor.side !== "after";
  const total = await countWith(tx, plan);
  const found = await readSlots(tx, plan, {
    place: placeOf(state.cursor),
    backward,
    limit: total === 0 ? 0 : size + 1,
    few: total <= few,
  });
  const more = found.length > size;
  const slots = backward ? found.slice(0, size).reverse() : found.slice(0, size);
  const first = rankOfFirst(state.cursor, slots.length, more, total);
  const last = first === 0 ? 0 : first + slots.length - 1;
  const hasPrevious = backward ? more : state.cursor !== null;
  const hasNext = backward ? state.cursor?.side === "before" : more;
  return {
    rows: await readRows(tx, plan, columns, slots),
    total,
    first,
    last,
    previous: link(state, hasPrevious ? slots[0] : undefined, first),
    next: link(state, hasNext ? slots.at(-1) : undefined, last),
  };
}

function placeOf(cursor: Cursor | null): Place | null {
  return cursor === null || cursor.side === "end" ? null : cursor.place;
}

function rankOfFirst(cursor: Cursor | null, shown: number, more: boolean, total: number): number {
  if (shown === 0) return 0;
  if (cursor === null) return 1;
  if (cursor.side === "end") return Math.max(1, total - shown + 1);
  if (cursor.side === "after") return cursor.place.rank + 1;
  return more ? Math.max(1, cursor.place.rank - shown) : 1;
}

function link({ sort }: ListState, slot: Slot | undefined, rank: number): string | null {
  return slot ? encodePlace(sort, { sort: slot.tri, key: String(slot.cle), rank }) : null;
}

interface Stretch {
  readonly place: Place | null;
  readonly backward: boolean;
  readonly limit: number;
  readonly few: boolean;
}

/** Up to `limit` rows from a place, crossing from the stretch with values to the empty one, or back. */
async function readSlots(tx: Tx, plan: Plan, stretch: Stretch): Promise<readonly Slot[]> {
  const { place, backward, limit, few } = stretch;
  const segments = segmentsOf(plan, backward);
  const start = place ? segments.indexOf(place.sort === null ? "empty" : "valued") : 0;
  const slots: Slot[] = [];
  for (const [index, segment] of segments.entries()) {
    if (index < start || slots.length >= limit) continue;
    const from = index === start ? place : null;
    const slice = { segment, from, backward, limit: limit - slots.length, few };
    slots.push(...(await run<Slot>(tx, sliceQuery(plan, slice))));
  }
  return slots;
}

function segmentsOf({ sortColumn }: Plan, backward: boolean): readonly Segment[] {
  if (sortColumn.nullable === false) return ["valued"];
  return backward ? ["empty", "valued"] : ["valued", "empty"];
}

async function readRows(
  tx: Tx,
  plan: Plan,
  columns: readonly ListColumn[],
  slots: readonly Slot[],
): Promise<readonly ListRow[]> {
  if (slots.length === 0) return [];
  const keys = slots.map((slot) => slot.cle);
  const read = await run<Record<string, unknown>>(tx, rowsQuery(plan, columns, keys));
  const byKey = new Map(read.map((row) => [String(row["cle"]), toRow(row)]));
  return slots.flatMap((slot) => byKey.get(String(slot.cle)) ?? []);
}

function toRow(row: Record<string, unknown>): ListRow {
  const named = (prefix: string) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), value]),
    );
  const key = row["cle"];
  return {
    key: typeof key === "number" ? key : String(key),
    values: named("c_"),
    extra: named("x_"),
  };
}

export async function countList(
  tx: Tx,
  definition: ListDefinition,
  state: ListState,
  portee: Portee,
): Promise<number> {
  return countWith(tx, await planOf(tx, definition, state, portee));
}

function countWith(tx: Tx, plan: Plan): Promise<number> {
  const { definition } = plan;
  const { text, values } = render(countQuery(plan));
  const count = async (): Promise<number> => {
    const [row] = await tx.query<{ nombre: number }>(text, values);
    return Number(row?.nombre ?? 0);
  };
  return definition.keepCount?.({ tx, text, values }, count) ?? count();
}

/** Every row in order, by batches, in constant memory. */
export async function* streamList(
  tx: Tx,
  definition: ListDefinition,
  state: ListState,
  portee: Portee,
  columns: readonly ListColumn[],
): AsyncGenerator<readonly ListRow[]> {
  const plan = await planOf(tx, definition, state, portee);
  const { text, values } = render(allRowsQuery(plan, columns));
  for await (const rows of tx.stream(text, values, 1000)) yield rows.map(toRow);
}

/** What a batch act applies to: the whole list, or the rows ticked. */
export type Selection = "all" | readonly string[];

/** Rows ticked that left the list or the perimeter meanwhile are silently left out. */
export async function listKeys(
  tx: Tx,
  definition: ListDefinition,
  state: ListState,
  portee: Portee,
  selection: Selection,
): Promise<readonly RowKey[]> {
  const keys = selection === "all" ? null : selection.filter((key) => isKey(definition, key));
  const plan = await planOf(tx, definition, state, portee);
  const rows = await run<Slot>(tx, keysQuery(plan, keys));
  return rows.map((row) => row.cle);
}

/** The rows around one, to walk a list from page to page of its things. */
export async function neighbours(
  tx: Tx,
  definition: ListDefinition,
  state: ListState,
  portee: Portee,
  key: RowKey,
): Promise<{ readonly previous: RowKey | null; readonly next: RowKey | null }> {
  const plan = await planOf(tx, definition, state, portee);
  const keys = [String(key)].filter((text) => isKey(definition, text));
  const [row] = await run<Slot>(tx, keysQuery(plan, keys));
  if (!row) return { previous: null, next: null };
  const place = { sort: row.tri, key: String(row.cle), rank: 1 };
  const one = { place, limit: 1, few: false };
  const [before] = await readSlots(tx, plan, { ...one, backward: true });
  const [after] = await readSlots(tx, plan, { ...one, backward: false });
  return { previous: before?.cle ?? null, next: after?.cle ?? null };
}
