const CHUNK = 64 * 1024;
const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (found) => ESCAPES[found] ?? found) : text;
}

function arrayLiteral(values: readonly unknown[]): string {
  const elements = values.map((value) => {
    if (value === null || value === undefined) return "NULL";
    if (typeof value === "number" || typeof value === "bigint") return String(value);
    return `"${String(value).replaceAll(/["\\]/g, "\\$&")}"`;
  });
  return `{${elements.join(",")}}`;
}

function encodeObject(value: object): string {
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  if (value instanceof Date) return value.toISOString();
  return escapeText(Array.isArray(value) ? arrayLiteral(value) : JSON.stringify(value));
}

function encodeValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return escapeText(value);
    case "number":
    case "bigint":
      return String(value);
    case "boolean":
      return value ? "t" : "f";
    case "object":
      return value === null ? "\\N" : encodeObject(value);
    default:
      return "\\N";
  }
}

function encodeRow(row: readonly unknown[]): string {
  let line = "";
  for (let index = 0; index < row.length; index += 1) {
    if (index > 0) line += "\t";
    line += encodeValue(row[index]);
  }
  return `${line}\n`;
}

/**
 * Rows written in the text format of COPY as they come, in pieces large enough for the socket: a row is
 * forgotten at once, where a list of them would live as long as the batch.
 */
export class CopyText {
  readonly #pieces: Buffer[] = [];
  #piece = "";
  #rows = 0;

  constructor(rows: Iterable<readonly unknown[]> = []) {
    for (const row of rows) this.add(row);
  }

  get rows(): number {
    return this.#rows;
  }

  add(row: readonly unknown[]): void {
    this.#piece += encodeRow(row);
    this.#rows += 1;
    if (this.#piece.length >= CHUNK) this.#cut();
  }

  pieces(): readonly Buffer[] {
    if (this.#piece !== "") this.#cut();
    return this.#pieces;
  }

  #cut(): void {
    this.#pieces.push(Buffer.from(this.#piece));
    this.#piece = "";
  }
}

/** The same, one piece at a time, for rows that are not to be held together. */
export function* encodeRows(rows: Iterable<readonly unknown[]>): Generator<Buffer> {
  let chunk = "";
  for (const row of rows) {
    chunk += encodeRow(row);
    if (chunk.length >= CHUNK) {
      yield Buffer.from(chunk);
      chunk = "";
    }
  }
  if (chunk !== "") yield Buffer.from(chunk);
}
