import type { Tx } from "../tx.ts";
import type { ListFilter, Option, Range } from "./definition.ts";
import { parseDay, periodRange } from "./periods.ts";
import type { Sql } from "./sql.ts";

export type FilterValue =
  | { readonly kind: "choices"; readonly values: readonly string[] }
  | { readonly kind: "text"; readonly text: string }
  | ({ readonly kind: "date-range"; readonly period: string | null } & Range<string>)
  | ({ readonly kind: "int-range" } & Range<number>)
  | { readonly kind: "bool"; readonly value: boolean };

export interface Reading {
  readonly value: FilterValue | null;
  readonly warnings: readonly string[];
}

interface Source {
  readonly filter: ListFilter;
  readonly params: URLSearchParams;
  readonly options: readonly Option[];
  readonly today: string;
}

const none: Reading = { value: null, warnings: [] };

export function readFilter(source: Source): Reading {
  switch (source.filter.kind) {
    case "choice":
    case "choices":
      return readChoices(source);
    case "text":
    case "search":
      return readText(source);
    case "date-range":
      return readDates(source);
    case "int-range":
      return readInts(source);
    case "bool":
      return readBool(source);
  }
}

function readChoices({ filter, params, options }: Source): Reading {
  const asked = [...new Set(params.getAll(filter.key).flatMap((text) => text.split(",")))]
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const known = asked.filter((value) => options.some((option) => option.value === value));
  const warnings = asked
    .filter((value) => !known.includes(value))
    .map((value) => unknown(filter, value));
  const values = filter.kind === "choice" ? known.slice(0, 1) : known;
  return { value: values.length > 0 ? { kind: "choices", values } : null, warnings };
}

function readText({ filter, params }: Source): Reading {
  const text = withoutNul(params.get(filter.key) ?? "")
    .trim()
    .slice(0, 200);
  return text === "" ? none : { value: { kind: "text", text }, warnings: [] };
}

function readDates({ filter, params, today }: Source): Reading {
  const text = (params.get(filter.key) ?? "").trim();
  const period = periodRange(text, today);
  if (period) return { value: { kind: "date-range", period: text, ...period }, warnings: [] };
  const range = readBounds(filter, params, text, parseDay);
  if (!range.value) return { value: null, warnings: range.warnings };
  return {
    value: { kind: "date-range", period: null, ...ordered(range.value) },
    warnings: range.warnings,
  };
}

function readInts({ filter, params }: Source): Reading {
  const range = readBounds(filter, params, (params.get(filter.key) ?? "").trim(), parseInteger);
  if (!range.value) return { value: null, warnings: range.warnings };
  return { value: { kind: "int-range", ...ordered(range.value) }, warnings: range.warnings };
}

function readBool({ filter, params }: Source): Reading {
  const text = (params.get(filter.key) ?? "").trim();
  if (text === "") return none;
  if (text === "oui" || text === "non") {
    return { value: { kind: "bool", value: text === "oui" }, warnings: [] };
  }
  return { value: null, warnings: [unknown(filter, text)] };
}

/** `25..40`, `25..`, `..40`, `25`; or the two fields of the form, `age.min` and `age.max`. */
function readBounds<Bound extends string | number>(
  filter: ListFilter,
  params: URLSearchParams,
  text: string,
  parse: (text: string) => Bound | null,
): { readonly value: Range<Bound> | null; readonly warnings: readonly string[] } {
  const [low, high] = text.includes("..") ? text.split("..", 2) : [text, text];
  const texts = [
    (params.get(`${filter.key}.min`) ?? low ?? "").trim(),
    (params.get(`${filter.key}.max`) ?? high ?? "").trim(),
  ];
  const bounds = texts.map((bound) => (bound === "" ? null : parse(bound)));
  const from = bounds[0] ?? null;
  const to = bounds[1] ?? null;
  const warnings = texts
    .filter((bound, index) => bound !== "" && bounds[index] === null)
    .map((bound) => unknown(filter, bound));
  const value = from === null && to === null ? null : { from, to };
  return { value, warnings: [...new Set(warnings)] };
}

function ordered<Bound extends string | number>({ from, to }: Range<Bound>): Range<Bound> {
  if (from === null || to === null || from <= to) return { from, to };
  return { from: to, to: from };
}

function parseInteger(text: string): number | null {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

function unknown(filter: ListFilter, value: string): string {
  return `« ${value.slice(0, 60)} » n’est pas une valeur possible pour « ${filter.label} » : elle n’a pas été appliquée.`;
}

/** PostgreSQL refuses this character in a text. */
function withoutNul(text: string): string {
  return text.replaceAll("\u0000", "");
}

export function writeFilter(value: FilterValue): string {
  switch (value.kind) {
    case "choices":
      return value.values.join(",");
    case "text":
      return value.text;
    case "date-range":
      return value.period ?? writeBounds(value);
    case "int-range":
      return writeBounds(value);
    case "bool":
      return value.value ? "oui" : "non";
  }
}

function writeBounds({ from, to }: Range<string | number>): string {
  return from === to ? String(from) : `${from ?? ""}..${to ?? ""}`;
}

export function conditionOf(filter: ListFilter, value: FilterValue, tx: Tx): Sql | Promise<Sql> {
  switch (filter.kind) {
    case "choice":
      return filter.sql(as(value, "choices").values[0] ?? "");
    case "choices":
      return filter.sql(as(value, "choices").values);
    case "text":
    case "search":
      return filter.sql(as(value, "text").text, tx);
    case "date-range":
      return filter.sql(as(value, "date-range"));
    case "int-range":
      return filter.sql(as(value, "int-range"));
    case "bool":
      return filter.sql(as(value, "bool").value);
  }
}

function as<Kind extends FilterValue["kind"]>(
  value: FilterValue,
  kind: Kind,
): Extract<FilterValue, { kind: Kind }> {
  if (value.kind !== kind) throw new Error(`Value of kind ${value.kind} where ${kind} is needed`);
  return value as Extract<FilterValue, { kind: Kind }>;
}
