import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { DomainError } from "../../errors/domain-error.ts";
import type { Departement } from "../tx.ts";

/*
 * An archive is one gzip stream of lines, readable with `zcat`:
 *   a header; for each table its name and columns, its rows as COPY writes them, `\.`, then its
 *   count and hash; and a last line which says how many tables there are: without it, it is cut short.
 */
export const FORMAT = "jalon-sauvegarde";
export const FORMAT_VERSION = 1;
export const END_OF_TABLE = "\\.";

export interface ArchiveHeader {
  readonly format: string;
  readonly version: number;
  readonly date: string;
  readonly departements: readonly Departement[];
  /** Steps applied, by schema. */
  readonly migrations: Readonly<Record<string, readonly string[]>>;
}

export interface ArchivedTable {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** What was written, or read, of one table. */
export interface TableCount {
  readonly table: string;
  readonly lignes: number;
  readonly sha256: string;
}

export interface ArchivedSequence {
  readonly schema: string;
  readonly sequence: string;
  readonly valeur: number;
  readonly appelee: boolean;
}

export interface ArchiveEnd {
  readonly tables: readonly TableCount[];
  readonly sequences: readonly ArchivedSequence[];
}

const NEWLINE = 0x0a;
const END_BYTES = Buffer.from(`${END_OF_TABLE}\n`);

/** Reads an archive from its beginning to its end, never holding more than a piece of it. */
export class ArchiveReader {
  readonly #blocks: AsyncIterator<Buffer>;
  #block: Buffer = Buffer.alloc(0);

  constructor(file: string) {
    this.#blocks = wholeLines(file);
  }

  /** The next line, or null at the end. */
  async line(): Promise<string | null> {
    if (this.#block.length === 0 && !(await this.#next())) return null;
    const end = this.#block.indexOf(NEWLINE);
    const line = this.#block.subarray(0, end).toString("utf8");
    this.#block = this.#block.subarray(end + 1);
    return line;
  }

  /** The rows of the table just announced, in pieces, hashed on the way. */
  async *rows(hash: Hash): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.#block.length === 0 && !(await this.#next())) return;
      const end = endOfTable(this.#block);
      const piece = end === -1 ? this.#block : this.#block.subarray(0, end);
      this.#block = end === -1 ? Buffer.alloc(0) : this.#block.subarray(end + END_BYTES.length);
      hash.update(piece);
      if (piece.length > 0) yield piece;
      if (end !== -1) return;
    }
  }

  async close(): Promise<void> {
    await this.#blocks.return?.();
  }

  async #next(): Promise<boolean> {
    const { value, done } = await this.#blocks.next().catch((error: unknown) => {
      throw damaged(error instanceof Error ? error.message : undefined);
    });
    if (done) return false;
    this.#block = value;
    return true;
  }
}

export function damaged(detail?: string): DomainError {
  return new DomainError(
    "restauration.archive-abimee",
    "Ce fichier n’est pas une sauvegarde de Jalon, ou il est incomplet ou abîmé. Rien n’a été écrit.",
    detail === undefined ? {} : { detail },
  );
}

export function newHash(): Hash {
  return createHash("sha256");
}

/** COPY doubles every backslash of the data: alone on its line, this one is ours. */
function endOfTable(block: Buffer): number {
  let at = block.indexOf(END_BYTES);
  while (at > 0 && block[at - 1] !== NEWLINE) at = block.indexOf(END_BYTES, at + 1);
  return at;
}

async function* wholeLines(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const feeding = pipeline(createReadStream(file), gunzip);
  feeding.catch(() => undefined);
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = all.lastIndexOf(NEWLINE) + 1;
    rest = all.subarray(end);
    if (end > 0) yield all.subarray(0, end);
  }
  await feeding;
}
