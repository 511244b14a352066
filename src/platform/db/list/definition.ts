import type { Portee } from "../../usecase/define-use-case.ts";
import type { Tx } from "../tx.ts";
import type { Sql } from "./sql.ts";

type ColumnKind = "text" | "date" | "int" | "amount" | "bool" | "code" | "tags";

export interface ListColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** What is shown. */
  readonly sql: string;
  /** What orders, when it is not what is shown (a name without accents). Text, unless `kind` says date, int, amount or bool. */
  readonly sortSql?: string;
  readonly sortable?: boolean;
  /** False when the sorting expression is never null: spares a query on the last page. */
  readonly nullable?: boolean;
  readonly exportable?: boolean;
  readonly defaultVisible?: boolean;
  /** Left out on a phone. */
  readonly secondary?: boolean;
  /** On a phone: beside the name, or among the few facts under it. With one of these, the other columns wait to be asked for. */
  readonly phone?: "title" | "fact";
  /** What a figure counts, where no head says it: « ans ». */
  readonly unit?: string;
  /** Names in `joins` this column needs. */
  readonly joins?: readonly string[];
  /** Shown, sorted and exported only with this right. */
  readonly right?: string;
  /** Read only on the lines where it holds for this reader; such a column does not order. */
  readonly only?: (portee: Portee) => Sql;
  readonly options?: Readonly<Record<string, string>>;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A closed list, or one read from the base (territories, structures) within the reader's perimeter. */
type OptionSource = readonly Option[] | ((tx: Tx, portee: Portee) => Promise<readonly Option[]>);

export interface Range<Bound> {
  readonly from: Bound | null;
  readonly to: Bound | null;
}

/** What a fragment of sentence is made with. `values` reads « Actif ou Suspendu », « depuis le 01/10/2026 ». */
interface FilterText {
  readonly values: string;
  readonly labels: readonly string[];
  readonly plural: boolean;
}

interface FilterBase {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly joins?: readonly string[];
  readonly right?: string;
  /** Keeps only lines where it holds for this reader and what she asked, as written in the address: no answer tells what a column withholds. */
  readonly only?: (portee: Portee, asked: string) => Sql;
  /** « sans téléphone », « entrées depuis le 01/10/2026 ». Without it: « label : values ». */
  readonly sentence?: (text: FilterText) => string;
}

interface ChoiceFilter extends FilterBase {
  readonly kind: "choice";
  readonly options: OptionSource;
  readonly sql: (value: string) => Sql;
}
interface ChoicesFilter extends FilterBase {
  readonly kind: "choices";
  readonly options: OptionSource;
  readonly sql: (values: readonly string[]) => Sql;
}
interface TextFilter extends FilterBase {
  readonly kind: "text" | "search";
  /** What is typed may have to be looked up first: once for the count and the page alike. */
  readonly sql: (text: string, tx: Tx) => Sql | Promise<Sql>;
}
interface DateRangeFilter extends FilterBase {
  readonly kind: "date-range";
  /** Both bounds included. */
  readonly sql: (range: Range<string>) => Sql;
}
interface IntRangeFilter extends FilterBase {
  readonly kind: "int-range";
  readonly sql: (range: Range<number>) => Sql;
}
interface BoolFilter extends FilterBase {
  readonly kind: "bool";
  readonly sql: (value: boolean) => Sql;
  /** « sans téléphone » for yes, « avec téléphone » for no. */
  readonly words: { readonly yes: string; readonly no: string };
}

export type ListFilter =
  | ChoiceFilter
  | ChoicesFilter
  | TextFilter
  | DateRangeFilter
  | IntRangeFilter
  | BoolFilter;

export interface ListDefinition {
  /** `personnes`: names the saved views and the acts. */
  readonly name: string;
  readonly noun: { readonly one: string; readonly many: string; readonly feminine: boolean };
  /** `personne` or `personne p join dossier d on …`: one row per line of the list. */
  readonly from: string;
  /** Joins that only some columns and filters need, in the order they must be written; never changes the number of rows. */
  readonly joins?: Readonly<Record<string, string>>;
  /** Unique expression, last in every order: `personne.id`. */
  readonly key: string;
  readonly keyKind?: "int" | "text";
  readonly columns: readonly ListColumn[];
  /** Expressions every row carries without showing them, for links and cells. */
  readonly extra?: Readonly<
    Record<string, { readonly sql: string; readonly joins?: readonly string[] }>
  >;
  readonly filters: readonly ListFilter[];
  /** Joins the perimeter of this reader needs. */
  readonly perimeterJoins?: (portee: Portee) => readonly string[];
  readonly perimeter: (portee: Portee) => Sql;
  readonly defaultSort: { readonly key: string; readonly dir: SortDir };
  /** As written in an address: `{ etat: "2,4" }`. */
  readonly defaultFilters?: Readonly<Record<string, string>>;
  /** Gives a count known to be the present one in place of asking for it again. */
  readonly keepCount?: (asked: AskedCount, count: () => Promise<number>) => Promise<number>;
}

/** What a count is asked of. */
export interface AskedCount {
  readonly tx: Tx;
  /** The question, the perimeter of the reader in it. */
  readonly text: string;
  readonly values: readonly unknown[];
}

export type SortDir = "asc" | "desc";

export const reservedParams: ReadonlySet<string> = new Set([
  "tri",
  "sens",
  "colonnes",
  "apres",
  "avant",
  "vue",
  "affine",
]);

/** Checks at load what the types cannot: a list wrongly declared never reaches a screen. */
export function defineList<const Definition extends ListDefinition>(
  definition: Definition,
): Definition {
  const columns = definition.columns.map((column) => column.key);
  const filters = definition.filters.map((filter) => filter.key);
  const joins = new Set(Object.keys(definition.joins ?? {}));
  const faults = [
    ...duplicates(columns).map((key) => `column ${key} twice`),
    ...duplicates(filters).map((key) => `filter ${key} twice`),
    ...filters.filter((key) => reservedParams.has(key)).map((key) => `filter ${key} is reserved`),
    ...[...columns, ...filters]
      .filter((key) => !/^[a-z][a-z0-9-]*$/.test(key))
      .map((key) => `key ${key} is not readable in an address`),
    ...Object.keys(definition.defaultFilters ?? {})
      .filter((key) => !filters.includes(key))
      .map((key) => `default filter ${key} unknown`),
    ...[...definition.columns, ...definition.filters, ...Object.values(definition.extra ?? {})]
      .flatMap((part) => part.joins ?? [])
      .filter((name) => !joins.has(name))
      .map((name) => `join ${name} unknown`),
    ...sortFaults(definition),
  ];
  if (faults.length > 0) throw new Error(`List ${definition.name}: ${faults.join(", ")}`);
  return definition;
}

function sortFaults({ columns, defaultSort }: ListDefinition): readonly string[] {
  const sorted = columns.find((column) => column.key === defaultSort.key);
  return [
    ...columns
      .filter((column) => column.sortable && column.kind === "tags" && !column.sortSql)
      .map((column) => `tags ${column.key} cannot be sorted`),
    ...columns
      .filter((column) => column.sortable && column.only)
      .map((column) => `${column.key}, withheld on some lines, cannot be sorted`),
    ...(sorted?.sortable && !sorted.right
      ? []
      : ["default sort is not a sortable column of everybody"]),
  ];
}

function duplicates(keys: readonly string[]): readonly string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}
