import type { Sheet, SheetCell, SheetKind } from "./sheet.ts";

const endOfLine = "\r\n";
const chunkSize = 64 * 1024;

/** CSV as a French spreadsheet opens it: `;`, decimal comma, UTF-8 announced by its mark. */
export function writeCsv(sheet: Sheet): ReadableStream<Uint8Array> {
  const chunks = csvChunks(sheet);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

async function* csvChunks({ preamble, columns, rows }: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const above = preamble.length === 0 ? [] : [...preamble.map(textField), ""];
  const header = columns.map((column) => textField(column.header)).join(";");
  let pending = `\uFEFF${[...above, header, ""].join(endOfLine)}`;
  for await (const row of rows) {
    const fields = columns.map(({ kind }, index) => csvField(kind, row[index] ?? null));
    pending += fields.join(";") + endOfLine;
    if (pending.length >= chunkSize) {
      yield encoder.encode(pending);
      pending = "";
    }
  }
  yield encoder.encode(pending);
}

function csvField(kind: SheetKind, value: SheetCell): string {
  if (value === null) return "";
  if (value instanceof Date) return frenchDate(value.toISOString());
  switch (kind) {
    case "date":
      return frenchDate(String(value));
    case "int":
      return String(value).replace(".", ",");
    case "amount":
      return (Number(value) / 100).toFixed(2).replace(".", ",");
    case "bool":
      return value ? "oui" : "non";
    case "text":
      return textField(String(value));
  }
}

/** A spreadsheet runs what begins like a formula, even in a name typed by somebody: the apostrophe keeps it a text. */
function textField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function frenchDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : textField(iso);
}
