import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { acceptedEncoding, compressWhole, type Encoding } from "./compress.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".map": "application/json",
};

/** A name that carries the hash of its content never changes: `app-4QXK7M2A.css`. */
const HASHED = /[-.][0-9A-Za-z]{8,}\.[a-z0-9]+$/;

interface StaticFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  readonly packed: Map<Encoding, Promise<Buffer>>;
}

/** A few built files, read once: only their exact names answer, so no path can leave the folder. */
export class StaticFiles {
  readonly #files: ReadonlyMap<string, StaticFile>;

  private constructor(files: ReadonlyMap<string, StaticFile>) {
    this.#files = files;
  }

  static async read(folder: string | null): Promise<StaticFiles> {
    const files = new Map<string, StaticFile>();
    const entries = folder ? await readdir(folder, { recursive: true, withFileTypes: true }) : [];
    for (const entry of entries) {
      if (!entry.isFile() || !folder) continue;
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).split(sep).join("/");
      const content = new Uint8Array(await readFile(path));
      files.set(name, {
        content,
        type: TYPES[extname(name)] ?? "application/octet-stream",
        etag: `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`,
        cache: HASHED.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
        packed: new Map(),
      });
    }
    return new StaticFiles(files);
  }

  async answer(name: string, headers: Headers): Promise<Response | null> {
    const file = this.#files.get(name);
    if (!file) return null;
    const { content, type, etag, cache } = file;
    const common = { etag, "cache-control": cache, vary: "accept-encoding" };
    if (headers.get("if-none-match") === etag) {
      return new Response(null, { status: 304, headers: common });
    }
    const encoding = /text|json|svg/.test(type)
      ? acceptedEncoding(headers.get("accept-encoding"))
      : null;
    if (!encoding) return new Response(content, { headers: { ...common, "content-type": type } });
    const packed = file.packed.get(encoding) ?? compressWhole(content, encoding, 9);
    file.packed.set(encoding, packed);
    return new Response(new Uint8Array(await packed), {
      headers: { ...common, "content-type": type, "content-encoding": encoding },
    });
  }
}
