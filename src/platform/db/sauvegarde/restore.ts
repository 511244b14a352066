import { existsSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { z } from "zod";
import { DomainError } from "../../errors/domain-error.ts";
import { quoteIdentifier } from "../identifier.ts";
import type { PoolInstance } from "../instance.ts";
import { applyMigrations, LOCK, migrate, sortMigrations } from "../migrate.ts";
import type { Migration } from "../migration.ts";
import type { Tx } from "../tx.ts";
import {
  ArchiveReader,
  damaged,
  FORMAT,
  FORMAT_VERSION,
  newHash,
  type TableCount,
} from "./archive.ts";
import { listForeignKeys, listMaterializedViews, PORTABLE_TEXT } from "./catalog.ts";

export interface RestoreReport {
  readonly date: string;
  readonly departements: number;
  readonly tables: number;
  readonly lignes: number;
}

type Progress = (done: number, total: number) => void;

const header = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  date: z.string(),
  departements: z.array(
    z.object({ slug: z.string(), nom: z.string(), schema: z.string().regex(/^dep_[a-z0-9_]+$/) }),
  ),
  migrations: z.record(z.string(), z.array(z.string())),
});
type Header = z.output<typeof header>;

const tableLine = z.object({
  schema: z.string(),
  table: z.string(),
  columns: z.array(z.string()).min(1),
});
type TableLine = z.output<typeof tableLine>;

const endLine = z.object({
  tables: z.array(z.object({ table: z.string(), lignes: z.number(), sha256: z.string() })),
  sequences: z.array(
    z.object({
      schema: z.string(),
      sequence: z.string(),
      valeur: z.number(),
      appelee: z.boolean(),
    }),
  ),
});
type EndLine = z.output<typeof endLine>;

/** Loads an archive into an empty instance, wholly or not at all, then brings it to the present schema. */
export async function restoreInstance(
  instance: PoolInstance,
  file: string,
  progress: Progress = () => undefined,
): Promise<RestoreReport> {
  if (!existsSync(file)) {
    throw new DomainError("restauration.fichier-absent", `Le fichier ${file} n’existe pas.`);
  }
  const reader = new ArchiveReader(file);
  try {
    const head = checkHeader(parseLine(header, await nextLine(reader)), instance.migrations);
    const report = await instance.transaction(null, async (tx, client) => {
      await tx.query(LOCK);
      await tx.query(PORTABLE_TEXT);
      await requireEmpty(tx);
      await createSchemas(tx, head, instance.migrations);
      return load(tx, client, reader, head, progress).catch((error: unknown) => {
        throw asDamage(error);
      });
    });
    instance.forget();
    await migrate(instance);
    await instance.outsideTransaction("ANALYZE");
    return report;
  } finally {
    await reader.close();
  }
}

async function requireEmpty(tx: Tx): Promise<void> {
  const [found] = await tx.query<{ found: string | null }>(
    "SELECT to_regclass('jalon.departement')::text AS found",
  );
  const rows = found?.found ? await tx.query("SELECT FROM jalon.departement LIMIT 1") : [];
  if (rows.length === 0) return;
  throw new DomainError(
    "restauration.base-non-vide",
    "Cette base contient déjà des départements. Une sauvegarde se restaure dans une base vide : donnez un autre dossier (JALON_DATA) ou une autre base (DATABASE_URL).",
  );
}

function checkHeader(head: Header, migrations: readonly Migration[]): Header {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = Object.values(head.migrations)
    .flat()
    .filter((name) => !known.has(name));
  if (head.version <= FORMAT_VERSION && unknown.length === 0) return head;
  throw new DomainError(
    "restauration.trop-recente",
    "Cette sauvegarde vient d’une version de Jalon plus récente que celle-ci. Installez la version récente, puis recommencez.",
    { inconnues: unknown },
  );
}

async function createSchemas(
  tx: Tx,
  head: Header,
  migrations: readonly Migration[],
): Promise<void> {
  await tx.query("DROP SCHEMA IF EXISTS jalon CASCADE");
  for (const schema of ["jalon", ...head.departements.map((one) => one.schema)]) {
    const archived = new Set(head.migrations[schema] ?? []);
    const scope = schema === "jalon" ? "shared" : "departement";
    await tx.query(`CREATE SCHEMA ${quoteIdentifier(schema)}`);
    const steps = sortMigrations(migrations).filter(
      (one) => one.scope === scope && archived.has(one.name),
    );
    await applyMigrations(tx, schema, steps);
  }
}

/** Foreign keys leave during the load, as in pg_dump: no order to find, cycles allowed, checked at the end. */
async function load(
  tx: Tx,
  client: ClientBase,
  reader: ArchiveReader,
  head: Header,
  progress: Progress,
): Promise<RestoreReport> {
  const schemas = ["jalon", ...head.departements.map((one) => one.schema)];
  const keys = await listForeignKeys(tx, schemas);
  for (const { table, name } of keys) {
    await tx.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  }
  const counts: TableCount[] = [];
  const end = await loadTables(tx, client, reader, counts, progress);
  compareCounts(counts, end.tables);
  for (const { schema, sequence, valeur, appelee } of end.sequences) {
    await tx.query("SELECT setval(format('%I.%I', $1::text, $2::text)::regclass, $3, $4)", [
      schema,
      sequence,
      valeur,
      appelee,
    ]);
  }
  for (const { table, name, definition } of keys) {
    await tx.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
  for (const view of await listMaterializedViews(tx, schemas)) {
    await tx.query(`REFRESH MATERIALIZED VIEW ${view}`);
  }
  return {
    date: head.date,
    departements: head.departements.length,
    tables: counts.length,
    lignes: counts.reduce((sum, { lignes }) => sum + lignes, 0),
  };
}

async function loadTables(
  tx: Tx,
  client: ClientBase,
  reader: ArchiveReader,
  counts: TableCount[],
  progress: Progress,
): Promise<EndLine> {
  for (;;) {
    const line = await nextLine(reader);
    const table = tableLine.safeParse(parseJson(line));
    if (!table.success) return parseLine(endLine, line);
    counts.push(await loadTable(tx, client, reader, table.data));
    progress(counts.length, 0);
  }
}

async function loadTable(
  tx: Tx,
  client: ClientBase,
  reader: ArchiveReader,
  { schema, table, columns }: TableLine,
): Promise<TableCount> {
  const name = `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
  // Rows a migration wrote are in the archive too. An append-only table is empty here, and refuses TRUNCATE.
  const [filled] = await tx.query(`SELECT FROM ${name} LIMIT 1`);
  if (filled) await tx.query(`TRUNCATE ${name}`);
  await tx.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  const list = columns.map(quoteIdentifier).join(", ");
  const copy = client.query(copyFrom(`COPY ${name} (${list}) FROM STDIN`));
  const hash = newHash();
  await pipeline(reader.rows(hash), copy);
  await tx.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  return { table: `${schema}.${table}`, lignes: copy.rowCount, sha256: hash.digest("hex") };
}

function compareCounts(read: readonly TableCount[], written: readonly TableCount[]): void {
  const differing = written.find(
    (one, index) =>
      one.table !== read[index]?.table ||
      one.lignes !== read[index]?.lignes ||
      one.sha256 !== read[index]?.sha256,
  );
  if (differing === undefined && read.length === written.length) return;
  throw damaged(differing?.table);
}

async function nextLine(reader: ArchiveReader): Promise<string> {
  const line = await reader.line();
  if (line === null) throw damaged();
  return line;
}

function parseLine<Schema extends z.ZodType>(schema: Schema, line: string): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  throw damaged();
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Data PostgreSQL cannot read (class 22), that break a constraint (23), or a table unknown to it (42). */
function asDamage(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: string };
  return typeof code === "string" && /^(22|23|42)[0-9A-Z]{3}$/.test(code)
    ? damaged(message)
    : error;
}
