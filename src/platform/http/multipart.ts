import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, openAsBlob, type WriteStream } from "node:fs";
import { basename, join } from "node:path";
import { finished } from "node:stream/promises";
import { DomainError } from "../errors/domain-error.ts";

/** Bytes of all fields, bytes of all files, number of parts. */
export interface MultipartLimits {
  readonly fields: number;
  readonly files: number;
  readonly parts: number;
}

export interface MultipartForm {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly (readonly [string, File])[];
}

const MAX_HEADER = 16_384;

/** Reads `multipart/form-data` (RFC 7578) as it comes: fields in memory, files straight to the folder. */
export async function readMultipart(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  folder: string,
  limits: MultipartLimits,
): Promise<MultipartForm> {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name) throw malformed();
  const parser = new MultipartParser(`\r\n--${name}`, folder, limits);
  try {
    for await (const chunk of body) {
      await parser.feed(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    }
    return await parser.end();
  } catch (error) {
    await parser.abandon();
    throw error;
  }
}

interface Part {
  readonly name: string;
  readonly filename: string | null;
  readonly type: string;
  readonly path: string;
  readonly stream: WriteStream | null;
  readonly chunks: Buffer[];
}

class MultipartParser {
  readonly #delimiter: Buffer;
  readonly #folder: string;
  readonly #limits: MultipartLimits;
  readonly #fields: [string, string][] = [];
  readonly #files: [string, File][] = [];
  #pending: Buffer = Buffer.from("\r\n");
  #part: Part | null = null;
  #state: "preamble" | "header" | "content" | "done" = "preamble";
  #left: { fields: number; files: number; parts: number };

  constructor(delimiter: string, folder: string, limits: MultipartLimits) {
    this.#delimiter = Buffer.from(delimiter, "latin1");
    this.#folder = folder;
    this.#limits = limits;
    this.#left = { ...limits };
  }

  async feed(chunk: Buffer): Promise<void> {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    while (await this.#step()) {
      // Each step takes one delimiter or one header away from what is pending.
    }
  }

  async end(): Promise<MultipartForm> {
    if (this.#state !== "done") throw malformed();
    return { fields: this.#fields, files: this.#files };
  }

  async abandon(): Promise<void> {
    const stream = this.#part?.stream;
    if (!stream) return;
    stream.destroy();
    await finished(stream).catch(() => undefined);
  }

  async #step(): Promise<boolean> {
    if (this.#state === "header") return this.#readHeader();
    if (this.#state === "done") {
      this.#pending = Buffer.alloc(0);
      return false;
    }
    return this.#readUntilDelimiter();
  }

  async #readUntilDelimiter(): Promise<boolean> {
    const at = this.#pending.indexOf(this.#delimiter);
    const tail = this.#delimiter.length + 2;
    if (at < 0) {
      const keep = Math.min(this.#pending.length, tail);
      await this.#take(this.#pending.subarray(0, this.#pending.length - keep));
      this.#pending = this.#pending.subarray(this.#pending.length - keep);
      return false;
    }
    if (this.#pending.length < at + tail) return false;
    await this.#take(this.#pending.subarray(0, at));
    await this.#closePart();
    const after = this.#pending.subarray(at + this.#delimiter.length);
    this.#state = after.subarray(0, 2).toString("latin1") === "--" ? "done" : "header";
    this.#pending = after;
    return true;
  }

  async #readHeader(): Promise<boolean> {
    const at = this.#pending.indexOf("\r\n\r\n");
    if (at < 0) {
      if (this.#pending.length > MAX_HEADER) throw malformed();
      return false;
    }
    this.#left.parts -= 1;
    if (this.#left.parts < 0) throw tooLarge();
    this.#part = openPart(this.#pending.subarray(0, at).toString("utf8"), this.#folder);
    // The line break before the next delimiter may be the one that ends an empty header.
    this.#pending = this.#pending.subarray(at + 4);
    if (this.#pending.indexOf(this.#delimiter.subarray(2)) === 0) {
      this.#pending = Buffer.concat([Buffer.from("\r\n"), this.#pending]);
    }
    this.#state = "content";
    return true;
  }

  async #take(content: Buffer): Promise<void> {
    const part = this.#part;
    if (!part || content.length === 0) return;
    const kind = part.stream ? "files" : "fields";
    this.#left[kind] -= content.length;
    if (this.#left[kind] < 0) throw kind === "files" ? fileTooLarge(this.#limits) : tooLarge();
    if (!part.stream) part.chunks.push(content);
    else {
      // A stream that failed between two chunks gives « drain » to nobody.
      if (part.stream.errored) throw part.stream.errored;
      if (!part.stream.write(content)) await once(part.stream, "drain");
    }
  }

  async #closePart(): Promise<void> {
    const part = this.#part;
    this.#part = null;
    if (!part) return;
    if (!part.stream) {
      this.#fields.push([part.name, Buffer.concat(part.chunks).toString("utf8")]);
      return;
    }
    part.stream.end();
    await finished(part.stream);
    const blob = await openAsBlob(part.path, { type: part.type });
    this.#files.push([part.name, new File([blob], part.filename ?? "", { type: part.type })]);
  }
}

function openPart(header: string, folder: string): Part {
  const disposition = /^content-disposition:.*$/im.exec(header)?.[0] ?? "";
  const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw malformed();
  const filename = /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1];
  const path = join(folder, randomUUID());
  const stream =
    filename === undefined ? null : createWriteStream(path, { flags: "wx", mode: 0o600 });
  // A full disk is met by the next write or the end of the part: unheard meanwhile, it would end the server.
  stream?.on("error", () => undefined);
  return {
    name,
    filename: filename === undefined ? null : safeName(filename),
    type: /^content-type:\s*([^\s;]+)/im.exec(header)?.[1] ?? "application/octet-stream",
    path,
    stream,
    chunks: [],
  };
}

/** Only a label for people: never used as a path. */
function safeName(filename: string): string {
  return basename(filename.replaceAll("\\", "/"))
    .replaceAll(/\p{Cc}/gu, "")
    .slice(0, 200);
}

function malformed(): DomainError {
  return new DomainError(
    "saisie.invalide",
    "L’envoi est incomplet : il a été interrompu. Recommencez.",
  );
}

function fileTooLarge({ files }: MultipartLimits): DomainError {
  if (files === 0) {
    return new DomainError(
      "saisie.invalide",
      "Cette page n’attend aucun fichier. Revenez à la page où le déposer, et recommencez.",
    );
  }
  const most = files >= 1e9 ? `${Math.floor(files / 1e9)} Go` : `${Math.floor(files / 1e6)} Mo`;
  return new DomainError(
    "saisie.trop-grande",
    `Ce fichier est trop volumineux : il ne doit pas dépasser ${most}. Réduisez-le ou découpez-le, et recommencez.`,
  );
}

function tooLarge(): DomainError {
  return new DomainError(
    "saisie.trop-grande",
    "Le formulaire envoyé est trop volumineux. Réduisez le texte saisi et recommencez.",
  );
}
