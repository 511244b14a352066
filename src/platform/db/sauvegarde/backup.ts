import { once } from "node:events";
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { DomainError } from "../../errors/domain-error.ts";
import { quoteIdentifier } from "../identifier.ts";
import { listDepartements, type PoolInstance } from "../instance.ts";
import type { Tx } from "../tx.ts";
import {
  type ArchiveEnd,
  type ArchiveHeader,
  END_OF_TABLE,
  FORMAT,
  FORMAT_VERSION,
  newHash,
  type TableCount,
} from "./archive.ts";
import { type CataloguedTable, listTables, PORTABLE_TEXT, readSequences } from "./catalog.ts";

export interface BackupReport {
  readonly fichier: string;
  readonly departements: number;
  readonly tables: number;
  readonly lignes: number;
}

type Progress = (done: number, total: number) => void;

const GZIP_LEVEL = 4;
const SNAPSHOT = "ISOLATION LEVEL REPEATABLE READ READ ONLY";

/** Writes the whole instance as it is at one instant, while people work. The file appears when it is complete. */
export async function backupInstance(
  instance: PoolInstance,
  file: string,
  progress: Progress = () => undefined,
): Promise<BackupReport> {
  if (existsSync(file)) {
    throw new DomainError(
      "sauvegarde.fichier-existe",
      `Le fichier ${file} existe déjà. Choisissez un autre nom, ou retirez-le.`,
      { fichier: file },
    );
  }
  const draft = `${file}.partiel`;
  const handle = await open(draft, "w", 0o600).catch((error: unknown) => {
    throw unwritable(file, error);
  });
  try {
    const gzip = createGzip({ level: GZIP_LEVEL });
    const sink = handle.createWriteStream({ flush: true });
    const writing = pipeline(gzip, sink);
    const report = instance.transaction(
      null,
      (tx, client) => writeArchive(tx, client, gzip, progress),
      SNAPSHOT,
    );
    const [end] = await Promise.all([report.catch((error: unknown) => fail(gzip, error)), writing]);
    await rename(draft, file);
    return { fichier: file, ...end };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function fail(stream: Writable, error: unknown): never {
  stream.destroy(error instanceof Error ? error : new Error(String(error)));
  throw error;
}

function unwritable(file: string, error: unknown): DomainError {
  return new DomainError(
    "sauvegarde.impossible",
    `Le fichier ${file} ne peut pas être écrit. Vérifiez que son dossier existe et que ce compte peut y écrire.`,
    { detail: error instanceof Error ? error.message : String(error) },
  );
}

async function writeArchive(
  tx: Tx,
  client: ClientBase,
  out: Writable,
  progress: Progress,
): Promise<Omit<BackupReport, "fichier">> {
  await tx.query(PORTABLE_TEXT);
  const departements = await listDepartements(tx);
  const schemas = ["jalon", ...departements.map(({ schema }) => schema)];
  const header: ArchiveHeader = {
    format: FORMAT,
    version: FORMAT_VERSION,
    date: new Date().toISOString(),
    departements,
    migrations: await appliedMigrations(tx, schemas),
  };
  await write(out, `${JSON.stringify(header)}\n`);
  const tables = await listTables(tx, schemas);
  const counts: TableCount[] = [];
  for (const table of tables) {
    counts.push(await writeTable(client, out, table));
    progress(counts.length, tables.length);
  }
  const end: ArchiveEnd = { tables: counts, sequences: await readSequences(tx, schemas) };
  await write(out, `${JSON.stringify(end)}\n`);
  out.end();
  return {
    departements: departements.length,
    tables: counts.length,
    lignes: counts.reduce((sum, { lignes }) => sum + lignes, 0),
  };
}

async function appliedMigrations(
  tx: Tx,
  schemas: readonly string[],
): Promise<Record<string, string[]>> {
  const applied: Record<string, string[]> = {};
  for (const schema of schemas) {
    const rows = await tx.query<{ nom: string }>(
      `SELECT nom FROM ${quoteIdentifier(schema)}.migration_appliquee ORDER BY nom`,
    );
    applied[schema] = rows.map(({ nom }) => nom);
  }
  return applied;
}

async function writeTable(
  client: ClientBase,
  out: Writable,
  { schema, table, columns, partitioned }: CataloguedTable,
): Promise<TableCount> {
  const name = `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
  const list = columns.map(quoteIdentifier).join(", ");
  await write(out, `${JSON.stringify({ schema, table, columns })}\n`);
  const source = partitioned ? `(SELECT ${list} FROM ${name})` : `${name} (${list})`;
  const copy = client.query(copyTo(`COPY ${source} TO STDOUT`));
  const hash = newHash();
  let lost: unknown = null;
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    // A COPY left half read holds its connection for ever: what no longer goes anywhere is read all the same.
    if (lost !== null) continue;
    hash.update(chunk);
    await write(out, chunk).catch((error: unknown) => {
      lost = error;
    });
  }
  if (lost !== null) throw lost;
  await write(out, `${END_OF_TABLE}\n`);
  return { table: `${schema}.${table}`, lignes: copy.rowCount, sha256: hash.digest("hex") };
}

async function write(out: Writable, data: string | Buffer): Promise<void> {
  if (out.write(data)) return;
  // The disk is full, for one: nothing drains any more.
  if (out.destroyed) throw out.errored ?? new Error("the backup file is closed");
  await once(out, "drain");
}
