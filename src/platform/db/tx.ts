import type { Kysely } from "kysely";
import type { CopyText } from "./copy-text.ts";

/** The département a request, a command or a job works for. `schema` is its own PostgreSQL schema. */
export interface Departement {
  /** First segment of every URL: `somme`. */
  readonly slug: string;
  /** INSEE code: `80`, `2A`, `971`. */
  readonly code: string;
  readonly nom: string;
  readonly referentiel: string;
  readonly schema: string;
}

/** One open transaction whose `search_path` is already the département's. Nothing outlives it. */
export interface Tx {
  /** The typed builder, for queries whose shape depends on data. */
  kysely<Tables>(): Kysely<Tables>;
  /** Hand-written SQL. `date` comes back as `YYYY-MM-DD`, `timestamptz` as `Date`, `bigint` and `numeric` as number, `bytea` as Buffer. */
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * `COPY table (columns) FROM STDIN`. Values: null, string, number, boolean, bigint, Buffer (bytea),
   * string[] or number[] (array column), any other object (json). Returns the number of rows.
   */
  copyRows(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly unknown[]> | CopyText,
  ): Promise<number>;
  /** Streams the rows of a long query by server-side cursor, `batch` rows at a time. */
  stream<Row = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    batch?: number,
  ): AsyncIterable<Row[]>;
}

/** The base as one département sees it. */
export interface Base {
  readonly departement: Departement;
  transaction<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>;
  /**
   * After much was written in these tables: their indexes answer alone again, and the planner learns their
   * sizes. PostgreSQL does it outside transactions only.
   */
  maintain(tables: readonly string[]): Promise<void>;
}

/** The whole instance: every département, and the schema `jalon` they share (list of départements, communes). */
export interface Instance {
  /** Runs with `search_path` on the shared schema only. */
  shared<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>;
  departements(): Promise<readonly Departement[]>;
  /** @throws DomainError `departement.inconnu` */
  departement(slug: string): Promise<Base>;
  close(): Promise<void>;
}
