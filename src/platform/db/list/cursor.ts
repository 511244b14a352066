import type { ListColumn, ListDefinition, SortDir } from "./definition.ts";
import { parseDay } from "./periods.ts";

/** A place in the sorted list: the row it names, and its rank when the page was drawn. */
export interface Place {
  readonly sort: string | null;
  readonly key: string;
  readonly rank: number;
}

export type Cursor =
  | { readonly side: "after" | "before"; readonly place: Place }
  | { readonly side: "end" };

interface Sort {
  readonly key: string;
  readonly dir: SortDir;
}

export function encodePlace(sort: Sort, place: Place): string {
  const text = JSON.stringify([sort.key, sort.dir, place.sort, place.key, place.rank]);
  return Buffer.from(text).toString("base64url");
}

/** Null when the text was altered, or belongs to another order: it never reaches the base unchecked. */
export function decodePlace(
  definition: ListDefinition,
  column: ListColumn,
  sort: Sort,
  text: string,
): Place | null {
  const parts = parseArray(text);
  if (parts?.length !== 5) return null;
  const [key, dir, value, rowKey, rank] = parts;
  if (key !== sort.key || dir !== sort.dir) return null;
  if (typeof rowKey !== "string" || !isKey(definition, rowKey)) return null;
  if (typeof rank !== "number" || !Number.isSafeInteger(rank) || rank < 1) return null;
  if (value !== null && (typeof value !== "string" || !isSortValue(column, value))) return null;
  return { sort: value, key: rowKey, rank };
}

function parseArray(text: string): readonly unknown[] | null {
  if (text.length > 2000) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

export function isKey({ keyKind }: ListDefinition, text: string): boolean {
  return keyKind === "text" ? !text.includes("\u0000") : isInteger(text);
}

function isSortValue({ kind }: ListColumn, text: string): boolean {
  switch (kind) {
    case "int":
    case "amount":
      return isInteger(text);
    case "bool":
      return text === "true" || text === "false";
    case "date":
      return isInstantOrDay(text);
    case "text":
    case "code":
    case "tags":
      return !text.includes("\u0000");
  }
}

function isInstantOrDay(text: string): boolean {
  if (text === "infinity" || text === "-infinity") return true;
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?: ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?)?$/.exec(
      text,
    );
  return parts?.[1] !== undefined && parseDay(parts[1]) !== null;
}

/** Eighteen digits always fit a `bigint`. */
function isInteger(text: string): boolean {
  return /^-?\d{1,18}$/.test(text);
}
