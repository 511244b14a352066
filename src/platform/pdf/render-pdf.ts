import { Thread } from "#platform/thread/thread.ts";
import type { PrintedBytes, PrintOrder } from "./protocol.ts";

export interface RenderedPdf {
  readonly bytes: Buffer;
  /** The document is PDF/UA-1: tagged, titled, in French, every character drawn. */
  readonly accessible: boolean;
}

const printer = new Thread<PrintOrder, readonly PrintedBytes[]>({
  source: "src/platform/pdf/worker.ts",
  bundle: "pdf-worker",
});

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

async function order(
  source: string,
  documents: readonly unknown[],
  as: PrintOrder["as"],
): Promise<readonly PrintedBytes[]> {
  const data = documents.map((document) => JSON.stringify(document));
  try {
    return await printer.ask({ source, data, as });
  } catch (cause) {
    throw new Error(`Typesetting failed: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}
