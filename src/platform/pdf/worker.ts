import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { answerOrders, messageOf } from "#platform/thread/answer-orders.ts";
import type { PrintedBytes, PrintOrder } from "./protocol.ts";
import { unpackWoff } from "./woff.ts";

const faces = [
  "latin-400-normal",
  "latin-400-italic",
  "latin-700-normal",
  "latin-700-italic",
  "latin-ext-400-normal",
  "latin-ext-700-normal",
] as const;

/** The typesetter keeps all it has laid out, about a megabyte a page: it forgets after this many documents. */
const KEPT = 50;

let kept = 0;

const NO_SUCH_GLYPH = "could not be displayed with font";

let compiler: NodeCompiler | null = null;

/** The root of what a document may read. */
const folder = dirname(
  createRequire(import.meta.url).resolve("@fontsource/atkinson-hyperlegible/package.json"),
);

/** The family of the screens, and those the typesetter holds for other alphabets. It reads no file of the machine. */
function createCompiler(): NodeCompiler {
  const fontBlobs = faces.map((face) =>
    unpackWoff(readFileSync(join(folder, "files", `atkinson-hyperlegible-${face}.woff`))),
  );
  return NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
}

/** The data are a file of the document: what is set with others is kept from one document to the next. */
function print({ source, data, as }: PrintOrder): readonly PrintedBytes[] {
  compiler ??= createCompiler();
  const typesetter = compiler;
  const document = { mainFileContent: source };
  return data.map((json) => {
    forget(typesetter);
    typesetter.mapShadow(join(folder, "data.json"), Buffer.from(json));
    if (as === "pdf") return printPdf(typesetter, document);
    return { bytes: Buffer.from(typesetter.plainSvg(document)), accessible: true };
  });
}

function forget(typesetter: NodeCompiler): void {
  kept += 1;
  if (kept < KEPT) return;
  kept = 0;
  typesetter.evictCache(0);
}

function printPdf(
  typesetter: NodeCompiler,
  document: { readonly mainFileContent: string },
): PrintedBytes {
  try {
    return { bytes: typesetter.pdf(document, { pdfStandard: "ua-1" }), accessible: true };
  } catch (error) {
    if (!messageOf(error).includes(NO_SUCH_GLYPH)) throw error;
    return { bytes: typesetter.pdf(document), accessible: false };
  }
}

answerOrders(print);
