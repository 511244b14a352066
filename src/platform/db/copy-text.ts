const CHUNK = 64 * 1024;
/** Most bytes of one UTF-16 code unit, in UTF-8 or escaped. */
const WIDEST = 3;
/** Up to here a text is written byte by byte, which costs less than to ask for it. */
const SHORT = 64;
const TAB = 0x09;
const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const ASCII_END = 0x80;
/** Letter that stands for each byte after a backslash; 0 for those that need none. */
const ESCAPES = new Uint8Array(ASCII_END);
ESCAPES[BACKSLASH] = BACKSLASH;
ESCAPES[TAB] = 0x74;
ESCAPES[NEWLINE] = 0x6e;
ESCAPES[0x0d] = 0x72;
const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const HEXADECIMAL = Buffer.from("0123456789abcdef");

function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(
    SPECIALS,
    (found) => `\\${String.fromCharCode(ESCAPES[found.charCodeAt(0)] ?? 0)}`,
  );
}

function arrayLiteral(values: readonly unknown[]): string {
  const elements = values.map((value) => {
    if (value === null || value === undefined) return "NULL";
    if (typeof value === "number" || typeof value === "bigint") return String(value);
    return `"${String(value).replaceAll(/["\\]/g, "\\$&")}"`;
  });
  return `{${elements.join(",")}}`;
}

/** Where the text ends, or -1 when it is not of ASCII alone. */
function writeShort(into: Buffer, start: number, text: string): number {
  let at = start;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code >= ASCII_END) return -1;
    const letter = ESCAPES[code] ?? 0;
    if (letter === 0) into[at] = code;
    else {
      into[at] = BACKSLASH;
      at += 1;
      into[at] = letter;
    }
    at += 1;
  }
  return at;
}

/**
 * Rows written in the text format of COPY as they come, in pieces large enough for the socket: a row is
 * forgotten at once, where a list of them, or one long text made of theirs, would live as long as the batch and
 * be moved by each collection.
 */
export class CopyText {
  #pieces: Buffer[] = [];
  #piece = Buffer.alloc(0);
  #length = 0;
  #rows = 0;

  constructor(rows: Iterable<readonly unknown[]> = []) {
    for (const row of rows) this.add(row);
  }

  get rows(): number {
    return this.#rows;
  }

  add(row: readonly unknown[]): void {
    for (let index = 0; index < row.length; index += 1) {
      if (index > 0) this.#byte(TAB);
      this.#value(row[index]);
    }
    this.#byte(NEWLINE);
    this.#rows += 1;
  }

  pieces(): readonly Buffer[] {
    this.#cut();
    return this.#pieces;
  }

  /** Gives the pieces that are full, which are then forgotten. */
  takeFull(): readonly Buffer[] {
    const full = this.#pieces;
    if (full.length > 0) this.#pieces = [];
    return full;
  }

  #value(value: unknown): void {
    if (typeof value === "string") this.#text(value);
    else if (value === null || value === undefined) this.#nothing();
    else if (typeof value === "number") this.#number(value);
    else if (typeof value === "boolean") this.#text(value ? "t" : "f");
    else if (typeof value === "object") this.#object(value);
    else this.#text(String(value));
  }

  #object(value: object): void {
    if (Buffer.isBuffer(value)) this.#bytes(value);
    else if (value instanceof Date) this.#text(value.toISOString());
    else this.#text(Array.isArray(value) ? arrayLiteral(value) : JSON.stringify(value));
  }

  #byte(byte: number): void {
    this.#room(1);
    this.#piece[this.#length] = byte;
    this.#length += 1;
  }

  #nothing(): void {
    this.#byte(BACKSLASH);
    this.#byte(0x4e);
  }

  #number(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0x7fffffff) {
      this.#text(String(value));
      return;
    }
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.trunc(rest / 10)) digits += 1;
    this.#room(digits);
    let rest = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at -= 1) {
      this.#piece[at] = ZERO + (rest % 10);
      rest = Math.trunc(rest / 10);
    }
    this.#length += digits;
  }

  #text(text: string): void {
    this.#room(text.length * WIDEST);
    if (text.length <= SHORT) {
      const end = writeShort(this.#piece, this.#length, text);
      if (end >= 0) {
        this.#length = end;
        return;
      }
    }
    const escaped = escapeText(text);
    this.#length += this.#piece.write(escaped, this.#length);
  }

  #bytes(bytes: Buffer): void {
    this.#room(3 + bytes.length * 2);
    this.#byte(BACKSLASH);
    this.#byte(BACKSLASH);
    this.#byte(0x78);
    let at = this.#length;
    for (const byte of bytes) {
      this.#piece[at] = HEXADECIMAL[byte >> 4] ?? 0;
      this.#piece[at + 1] = HEXADECIMAL[byte & 15] ?? 0;
      at += 2;
    }
    this.#length = at;
  }

  #room(bytes: number): void {
    if (this.#piece.length - this.#length >= bytes) return;
    this.#cut();
    this.#piece = Buffer.allocUnsafe(Math.max(CHUNK, bytes));
  }

  /** What was not used of a piece serves for the next one. */
  #cut(): void {
    if (this.#length > 0) this.#pieces.push(this.#piece.subarray(0, this.#length));
    this.#piece = this.#piece.subarray(this.#length);
    this.#length = 0;
  }
}

/** The same, one piece at a time, for rows that are not to be held together. */
export function* encodeRows(rows: Iterable<readonly unknown[]>): Generator<Buffer> {
  const text = new CopyText();
  for (const row of rows) {
    text.add(row);
    yield* text.takeFull();
  }
  yield* text.pieces();
}
