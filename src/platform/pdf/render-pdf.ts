import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { PrintAnswer, PrintedBytes, PrintOrder } from "./protocol.ts";

export interface RenderedPdf {
  readonly bytes: Buffer;
  /** The document is PDF/UA-1: tagged, titled, in French, every character drawn. */
  readonly accessible: boolean;
}

interface Waiting {
  readonly resolve: (printed: readonly PrintedBytes[]) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | null = null;
let last = 0;

/**
 * Sets one source with the data of each document, in a thread of its own: the process goes on answering.
 * The source reads its data by `json("/data.json")`, so that no word of anybody is ever markup.
 */
export async function renderPdfs(
  source: string,
  documents: readonly unknown[],
): Promise<readonly RenderedPdf[]> {
  const printed = await order(source, documents, "pdf");
  return printed.map(({ bytes, accessible }) => ({ bytes: Buffer.from(bytes), accessible }));
}

/** The same document as one image, its pages one under the other. */
export async function renderSvg(source: string, document: unknown): Promise<string> {
  const [printed] = await order(source, [document], "svg");
  return Buffer.from(printed?.bytes ?? []).toString("utf8");
}

function order(
  source: string,
  documents: readonly unknown[],
  as: PrintOrder["as"],
): Promise<readonly PrintedBytes[]> {
  const printer = thread ?? openThread();
  last += 1;
  const id = last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    printer.ref();
    const data = documents.map((document) => JSON.stringify(document));
    printer.postMessage({ id, source, data, as } satisfies PrintOrder);
  });
}

/** Lives as long as the process, and does not keep it alive once its work is done. */
function openThread(): Worker {
  const printer = new Worker(threadScript());
  thread = printer;
  printer.on("message", (answer: PrintAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) printer.unref();
    if ("failure" in answer) asked?.reject(new Error(`Typesetting failed: ${answer.failure}`));
    else asked?.resolve(answer.printed);
  });
  const lost = (cause: unknown) => {
    if (thread === printer) thread = null;
    for (const { reject } of waiting.values()) {
      reject(new Error("The thread that prints has stopped", { cause }));
    }
    waiting.clear();
  };
  printer.on("error", lost);
  printer.on("exit", lost);
  return printer;
}

/** Beside this file in the sources; one bundle of its own beside the product's. */
function threadScript(): URL {
  const places = ["./worker.ts", "./pdf-worker.js", "../pdf-worker.js"];
  const found = places
    .map((place) => new URL(place, import.meta.url))
    .find((place) => existsSync(place));
  if (found) return found;
  // A tool bundled apart, whose sources are above it.
  for (let folder = new URL(".", import.meta.url); folder.pathname !== "/"; ) {
    const source = new URL("src/platform/pdf/worker.ts", folder);
    if (existsSync(source)) return source;
    folder = new URL("..", folder);
  }
  throw new Error("The script of the thread that prints is missing");
}
