import { quoteIdentifier } from "../identifier.ts";
import type { Tx } from "../tx.ts";
import type { ArchivedSequence, ArchivedTable } from "./archive.ts";

export interface CataloguedTable extends ArchivedTable {
  /** A partitioned table: COPY reads it only through a SELECT. */
  readonly partitioned: boolean;
}

/** Every table, its stored columns only: the computed ones come back by themselves. */
export function listTables(tx: Tx, schemas: readonly string[]): Promise<CataloguedTable[]> {
  return tx.query<CataloguedTable>(
    `SELECT n.nspname AS schema, c.relname AS table, c.relkind = 'p' AS partitioned,
            array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid
                          AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE n.nspname = ANY($1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      GROUP BY n.nspname, c.relname, c.relkind
      ORDER BY n.nspname, c.relname`,
    [schemas],
  );
}

export async function readSequences(
  tx: Tx,
  schemas: readonly string[],
): Promise<ArchivedSequence[]> {
  const names = await tx.query<{ schema: string; sequence: string }>(
    `SELECT n.nspname AS schema, c.relname AS sequence
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY($1) AND c.relkind = 'S'
      ORDER BY 1, 2`,
    [schemas],
  );
  const sequences: ArchivedSequence[] = [];
  for (const { schema, sequence } of names) {
    const [row] = await tx.query<{ valeur: number; appelee: boolean }>(
      `SELECT last_value AS valeur, is_called AS appelee
         FROM ${quoteIdentifier(schema)}.${quoteIdentifier(sequence)}`,
    );
    if (row) sequences.push({ schema, sequence, ...row });
  }
  return sequences;
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Names come out quoted, ready for SQL. */
export function listForeignKeys(tx: Tx, schemas: readonly string[]): Promise<ForeignKey[]> {
  return tx.query<ForeignKey>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS table, format('%I', k.conname) AS name,
            pg_get_constraintdef(k.oid) AS definition
       FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY($1) AND k.contype = 'f' AND k.conparentid = 0
      ORDER BY 1, 2`,
    [schemas],
  );
}

export async function listMaterializedViews(tx: Tx, schemas: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, matviewname) AS name
       FROM pg_matviews WHERE schemaname = ANY($1) AND ispopulated ORDER BY 1`,
    [schemas],
  );
  return rows.map(({ name }) => name);
}

/** Text forms that every server reads back to the same value, whatever its own settings. */
export const PORTABLE_TEXT =
  "SET LOCAL datestyle = 'ISO, DMY'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL synchronize_seqscans = off";
