import { createReadStream } from "node:fs";
import { open as openFile } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Entry, open as openZip, type ZipFile } from "yauzl";
import { DomainError } from "#platform/errors/domain-error.ts";

export type ContainerKind = "plain" | "gzip" | "zip";

export interface OpenedBytes {
  readonly chunks: AsyncIterable<Buffer>;
  readonly kind: ContainerKind;
  /** Size on disk, before decompression. */
  readonly size: number;
}

export interface ExpansionLimits {
  /** Most bytes an archive may expand to. */
  readonly maxBytes: number;
  /** Highest expansion tolerated, once `ratioFrom` bytes have come out. */
  readonly maxRatio: number;
  readonly ratioFrom: number;
}

const MEGABYTE = 1024 * 1024;
const LIMITS: ExpansionLimits = {
  maxBytes: 4096 * MEGABYTE,
  maxRatio: 200,
  ratioFrom: 100 * MEGABYTE,
};
const MAX_ENTRIES = 1000;

/** Bytes of a file, of the single member of a gzip, or of the single entry of a zip: told apart by content. */
export async function openBytes(
  path: string,
  limits: Partial<ExpansionLimits> = {},
): Promise<OpenedBytes> {
  const { magic, size } = await inspect(path);
  const bounds = { ...LIMITS, ...limits };
  if (magic[0] === 0x1f && magic[1] === 0x8b) {
    const gunzip = createGunzip({ chunkSize: MEGABYTE / 4 });
    const source = pipeline(readPlain(path), gunzip, () => undefined);
    return { chunks: guarded(source, size, bounds), kind: "gzip", size };
  }
  if (magic.subarray(0, 2).toString("latin1") === "PK" && [3, 5].includes(magic[2] ?? 0)) {
    const { zip, entry } = await singleEntry(path);
    return { chunks: guardedEntry(zip, entry, size, bounds), kind: "zip", size };
  }
  return { chunks: readPlain(path), kind: "plain", size };
}

const readPlain = (path: string): Readable => createReadStream(path, { highWaterMark: MEGABYTE });

async function inspect(path: string): Promise<{ magic: Buffer; size: number }> {
  try {
    await using file = await openFile(path, "r");
    const stat = await file.stat();
    if (!stat.isFile()) throw notFound(path);
    const magic = Buffer.alloc(4);
    const { bytesRead } = await file.read(magic, 0, 4, 0);
    return { magic: magic.subarray(0, bytesRead), size: stat.size };
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") throw notFound(path);
    throw cause;
  }
}

const notFound = (path: string): DomainError =>
  new DomainError("fichier.introuvable", `Le fichier « ${basename(path)} » est introuvable.`);

async function* guarded(
  source: Readable,
  compressed: number,
  limits: ExpansionLimits,
): AsyncGenerator<Buffer> {
  let total = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      total += chunk.length;
      refuseBomb(total, compressed, limits);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof DomainError ? cause : broken(cause);
  }
}

function refuseBomb(total: number, compressed: number, limits: ExpansionLimits): void {
  const tooDense = total > limits.ratioFrom && total > compressed * limits.maxRatio;
  if (total <= limits.maxBytes && !tooDense) return;
  throw new DomainError(
    "fichier.archive-demesuree",
    "L’archive se déploie démesurément : elle est refusée. Déposez le fichier décompressé.",
    { octets: total, compresses: compressed },
  );
}

async function* guardedEntry(
  zip: ZipFile,
  entry: Entry,
  compressed: number,
  limits: ExpansionLimits,
): AsyncGenerator<Buffer> {
  try {
    const stream = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    yield* guarded(stream, compressed, limits);
  } catch (cause) {
    throw cause instanceof DomainError ? cause : broken(cause);
  } finally {
    zip.close();
  }
}

function broken(cause: unknown): DomainError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const refusal = new DomainError(
    "fichier.archive-illisible",
    "L’archive est abîmée ou tronquée : elle ne se décompresse pas jusqu’au bout. Redemandez le fichier.",
    { raison: reason },
  );
  refusal.cause = cause;
  return refusal;
}

async function singleEntry(path: string): Promise<{ zip: ZipFile; entry: Entry }> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    openZip(path, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(broken(error)) : resolve(opened),
    );
  });
  try {
    const entries = (await listEntries(zip)).filter(({ fileName }) => !isNoise(fileName));
    const entry = entries[0];
    if (entry === undefined || entries.length > 1) throw notSingle(entries);
    if (entry.isEncrypted()) throw encrypted();
    return { zip, entry };
  } catch (refusal) {
    zip.close();
    throw refusal;
  }
}

const isNoise = (name: string): boolean => name.endsWith("/") || name.startsWith("__MACOSX/");

function listEntries(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      if (entries.length >= MAX_ENTRIES) resolve(entries);
      else zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", (error: Error) => reject(broken(error)));
    zip.readEntry();
  });
}

function notSingle(entries: readonly Entry[]): DomainError {
  const names = entries.map(({ fileName }) => fileName).slice(0, 20);
  return new DomainError(
    "fichier.archive-multiple",
    entries.length === 0
      ? "L’archive zip est vide : déposez une archive qui contient un seul fichier."
      : "L’archive zip contient plusieurs fichiers : déposez une archive qui en contient un seul.",
    { fichiers: names },
  );
}

const encrypted = (): DomainError =>
  new DomainError(
    "fichier.archive-chiffree",
    "L’archive zip est protégée par un mot de passe : déposez-la sans protection.",
  );
