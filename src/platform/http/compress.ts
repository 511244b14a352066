import { pipeline, Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, createGzip, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
const WORTH_IT = 1024;
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|javascript|xml)|image\/svg)/;

export type Encoding = "br" | "gzip";

export function acceptedEncoding(accept: string | null): Encoding | null {
  const offered = (accept ?? "").split(",").map((part) => part.trim().split(";"));
  const accepts = (name: Encoding) =>
    offered.some(([token, quality]) => token === name && quality?.trim() !== "q=0");
  if (accepts("br")) return "br";
  return accepts("gzip") ? "gzip" : null;
}

/** Off the main thread. Quality 4 costs about what gzip does and gives less to send. */
export function compressWhole(
  content: Uint8Array,
  encoding: Encoding,
  quality = 4,
): Promise<Buffer> {
  if (encoding === "gzip") return deflate(content);
  return brotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
}

/** Pages are whole (they carry their length) and compressed at once; streams are compressed as they flow. */
export async function compressed(response: Response, accept: string | null): Promise<Response> {
  const encoding = acceptedEncoding(accept);
  const type = response.headers.get("content-type") ?? "";
  if (!response.body || response.headers.has("content-encoding") || !COMPRESSIBLE.test(type)) {
    return response;
  }
  const headers = new Headers(response.headers);
  headers.append("vary", "accept-encoding");
  const length = headers.get("content-length");
  if (!encoding || (length !== null && Number(length) < WORTH_IT)) {
    return new Response(response.body, { status: response.status, headers });
  }
  headers.delete("content-length");
  if (length !== null) {
    const whole = await compressWhole(new Uint8Array(await response.arrayBuffer()), encoding);
    headers.set("content-encoding", encoding);
    headers.set("content-length", String(whole.length));
    return new Response(new Uint8Array(whole), { status: response.status, headers });
  }
  if (!acceptedEncoding(accept?.replaceAll(/\bbr\b/g, "") ?? null)) {
    return new Response(response.body, { status: response.status, headers });
  }
  headers.set("content-encoding", "gzip");
  const flowing = createGzip({ flush: constants.Z_SYNC_FLUSH });
  const source = Readable.fromWeb(response.body as import("node:stream/web").ReadableStream);
  // Unlike `pipe`, stops the source when the reader leaves: a download broken off gives its transaction back.
  pipeline(source, flowing, () => undefined);
  return new Response(Readable.toWeb(flowing) as ReadableStream, {
    status: response.status,
    headers,
  });
}
