import type { Portee } from "../../usecase/define-use-case.ts";
import type { Tx } from "../tx.ts";
import type { Place } from "./cursor.ts";
import type { ListColumn, ListDefinition, ListFilter, SortDir } from "./definition.ts";
import { allOf, joinSql, raw, type Sql, sql } from "./sql.ts";
import { columnOf, type ListState } from "./state.ts";
import { conditionOf, writeFilter } from "./values.ts";

/** The pieces every query of one list is made with. */
export interface Plan {
  readonly definition: ListDefinition;
  readonly portee: Portee;
  readonly condition: Sql;
  /** Joins the perimeter and the filters in force need. */
  readonly filterJoins: ReadonlySet<string>;
  readonly sortColumn: ListColumn;
  readonly sortJoins: ReadonlySet<string>;
  readonly dir: SortDir;
}

export async function planOf(
  tx: Tx,
  definition: ListDefinition,
  state: ListState,
  portee: Portee,
): Promise<Plan> {
  const used: { readonly filter: ListFilter; readonly condition: Sql }[] = [];
  for (const filter of definition.filters) {
    const value = state.filters[filter.key];
    if (!value) continue;
    const condition = await conditionOf(filter, value, tx);
    used.push({
      filter,
      condition: filter.only
        ? sql`(${condition}) and ${filter.only(portee, writeFilter(value))}`
        : condition,
    });
  }
  const filterJoins = new Set([
    ...(definition.perimeterJoins?.(portee) ?? []),
    ...used.flatMap(({ filter }) => filter.joins ?? []),
  ]);
  const sortColumn = columnOf(definition, state.sort.key);
  return {
    definition,
    portee,
    condition: allOf([definition.perimeter(portee), ...used.map(({ condition }) => condition)]),
    filterJoins,
    sortColumn,
    sortJoins: new Set([...filterJoins, ...(sortColumn.joins ?? [])]),
    dir: state.sort.dir,
  };
}

function sourceOf({ from, joins }: ListDefinition, wanted: ReadonlySet<string>): Sql {
  const needed = Object.entries(joins ?? {}).filter(([name]) => wanted.has(name));
  return raw([from, ...needed.map(([, text]) => text)].join("\n"));
}

function sortExpression({ sortSql, sql: shown }: ListColumn): string {
  return sortSql ?? shown;
}

export type Segment = "valued" | "empty";

interface Slice {
  readonly segment: Segment;
  /** Rows strictly after it in the direction of reading. */
  readonly from: Place | null;
  readonly backward: boolean;
  readonly limit: number;
  /** The whole list is short. */
  readonly few: boolean;
}

/** The rows where a page is looked for, and what its order is called there. */
interface Ground {
  readonly before: Sql;
  readonly source: Sql;
  readonly conditions: readonly Sql[];
  readonly sort: Sql;
  readonly key: Sql;
}

/**
 * Many rows: the base walks an index in the order asked and stops at the fiftieth, wherever the page is.
 * Few rows: that walk could cross the whole table to find them, so they are gathered first, then ordered.
 */
function groundOf(plan: Plan, few: boolean): Ground {
  const { definition, condition, sortColumn, sortJoins } = plan;
  const sort = raw(sortExpression(sortColumn));
  const key = raw(definition.key);
  const source = sourceOf(definition, sortJoins);
  if (!few) return { before: raw(""), source, conditions: [condition], sort, key };
  return {
    before: sql`with choix as materialized (
      select ${key} as cle, ${sort} as tri from ${source} where ${condition})`,
    source: raw("choix"),
    conditions: [],
    sort: raw("choix.tri"),
    key: raw("choix.cle"),
  };
}

/**
 * Rows without a sorting value come last in both directions, as a stretch of its own: each stretch
 * is then read in the order of one plain index (sort, key), forwards or backwards, whatever the page.
 */
export function sliceQuery(plan: Plan, slice: Slice): Sql {
  const { segment, from, backward, limit, few } = slice;
  const ground = groundOf(plan, few);
  const { sort, key } = ground;
  const ascending = (plan.dir === "asc") !== backward;
  const order = raw(ascending ? "asc" : "desc");
  const conditions = [...ground.conditions];
  if (segment === "empty") conditions.push(sql`${sort} is null`);
  else if (plan.sortColumn.nullable !== false) conditions.push(sql`${sort} is not null`);
  if (from) conditions.push(beyond(plan, ground, segment, from, ascending));
  return sql`${ground.before} select ${key} as cle, (${sort})::text as tri from ${ground.source}
    where ${allOf(conditions)} order by ${sort} ${order}, ${key} ${order} limit ${limit}`;
}

function beyond(
  { definition, sortColumn }: Plan,
  { sort, key }: Ground,
  segment: Segment,
  from: Place,
  ascending: boolean,
): Sql {
  const operator = raw(ascending ? ">" : "<");
  const place = keyParameter(definition, from.key);
  if (segment === "empty") return sql`${key} ${operator} ${place}`;
  const number = sortColumn.kind === "int" || sortColumn.kind === "amount";
  const value = number ? sql`${from.sort}::bigint` : sql`${from.sort}`;
  return sql`(${sort}, ${key}) ${operator} (${value}, ${place})`;
}

function keyParameter({ keyKind }: ListDefinition, key: string): Sql {
  return keyKind === "text" ? sql`${key}` : sql`${key}::bigint`;
}

/** Reads the columns of a page's rows only once the page is chosen: dear columns cost fifty rows, not all. */
export function rowsQuery(
  { definition, portee }: Plan,
  columns: readonly ListColumn[],
  keys: readonly (string | number)[],
): Sql {
  const cast = raw(definition.keyKind === "text" ? "text[]" : "bigint[]");
  return sql`select ${raw(definition.key)} as cle, ${selection(definition, columns, portee)}
    from ${sourceOf(definition, joinsOf(definition, columns))}
    where ${raw(definition.key)} = any(${keys}::${cast})`;
}

/** All the rows in their order, for an export. */
export function allRowsQuery(plan: Plan, columns: readonly ListColumn[]): Sql {
  const { definition, portee, condition, sortColumn, sortJoins, dir } = plan;
  const joins = new Set([...sortJoins, ...joinsOf(definition, columns)]);
  const order = raw(dir);
  return sql`select ${raw(definition.key)} as cle, ${selection(definition, columns, portee)}
    from ${sourceOf(definition, joins)} where ${condition}
    order by ${raw(sortExpression(sortColumn))} ${order} nulls last, ${raw(definition.key)} ${order}`;
}

function selection({ extra }: ListDefinition, columns: readonly ListColumn[], portee: Portee): Sql {
  const shown = columns.map(({ key, sql: value, only }) =>
    only
      ? sql`case when ${only(portee)} then ${raw(value)} end as ${raw(`"c_${key}"`)}`
      : raw(`${value} as "c_${key}"`),
  );
  const carried = Object.entries(extra ?? {}).map(([name, one]) =>
    raw(`${one.sql} as "x_${name}"`),
  );
  const all = [...shown, ...carried];
  return all.length === 0 ? raw("null as rien") : joinSql(all, ", ");
}

function joinsOf({ extra }: ListDefinition, columns: readonly ListColumn[]): ReadonlySet<string> {
  return new Set([...columns, ...Object.values(extra ?? {})].flatMap((one) => one.joins ?? []));
}

export function countQuery({ definition, condition, filterJoins }: Plan): Sql {
  return sql`select count(*) as nombre from ${sourceOf(definition, filterJoins)} where ${condition}`;
}

/** Keys of the whole list, or of those among `keys` that the reader may see. */
export function keysQuery(plan: Plan, keys: readonly (string | number)[] | null): Sql {
  const { definition, condition, sortColumn, sortJoins } = plan;
  const cast = raw(definition.keyKind === "text" ? "text[]" : "bigint[]");
  const chosen = keys ? [sql`${raw(definition.key)} = any(${keys}::${cast})`] : [];
  const order = raw(plan.dir);
  return sql`select ${raw(definition.key)} as cle, (${raw(sortExpression(sortColumn))})::text as tri
    from ${sourceOf(definition, sortJoins)} where ${allOf([condition, ...chosen])}
    order by ${raw(sortExpression(sortColumn))} ${order} nulls last, ${raw(definition.key)} ${order}`;
}
