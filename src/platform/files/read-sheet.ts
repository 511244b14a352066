import { streamOdsRows } from "hucre/ods";
import { type StreamRow, streamXlsxRows } from "hucre/xlsx";
import Papa from "papaparse";
import { DomainError } from "#platform/errors/domain-error.ts";

export interface ReadLimits {
  readonly rows: number;
  readonly columns: number;
}

const ODS = "application/vnd.oasis.opendocument.spreadsheet";
/** A local zip header, then the name « mimetype » and what it says, stored: OpenDocument 1.2, part 3, §3.3. */
const MIMETYPE_AT = 38;

/**
 * The rows of the first sheet of an XLSX, ODS or CSV file, told apart by content: each cell as text, a date as
 * `YYYY-MM-DD`, a boolean as « oui » or « non ». The rank of a row is its rank in the file, which only grows: a file
 * that says otherwise could hold any number of rows below the limit.
 * @throws DomainError `tableur.illisible`, `tableur.trop-grand`
 */
export async function readRows(bytes: Uint8Array, limits: ReadLimits): Promise<string[][]> {
  const rows: string[][] = [];
  const put = (index: number, cells: readonly string[]) => {
    if (index >= limits.rows || cells.length > limits.columns) throw tooBig(limits);
    if (index < rows.length) throw unreadable();
    while (rows.length < index) rows.push([]);
    rows.push([...cells]);
  };
  if (startsWith(bytes, "PK")) {
    for await (const row of zippedRows(bytes)) put(row.index, row.values.map(text));
  } else {
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw unreadable();
    for (const [index, cells] of csvRows(bytes).entries()) put(index, cells);
  }
  return rows;
}

async function* zippedRows(bytes: Uint8Array): AsyncGenerator<StreamRow> {
  const mimetype = Buffer.from(bytes.subarray(MIMETYPE_AT, MIMETYPE_AT + ODS.length)).toString();
  try {
    yield* mimetype === ODS ? streamOdsRows(bytes, { sheets: [0] }) : streamXlsxRows(bytes);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unreadable();
  }
}

function csvRows(bytes: Uint8Array): readonly string[][] {
  const decoded = decode(bytes);
  const { data } = Papa.parse<string[]>(decoded, { delimiter: delimiterOf(decoded) });
  return data.map((cells) => cells.map((cell) => cell.trim()));
}

/** The separator most written in the first line that holds one: the titles, which no text of a cell confuses. */
function delimiterOf(text: string): string {
  const separators = [";", ",", "\t"];
  const titles = text.split(/\r?\n/u, 20).find((line) => /[;,\t]/u.test(line)) ?? "";
  const counts = separators.map((separator) => titles.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ";";
}

/** What a French spreadsheet saves: UTF-8 with or without its mark, else windows-1252. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "";
  // A number no calendar holds, in a cell that calls it a date.
  if (value instanceof Date && Number.isNaN(value.getTime())) throw unreadable();
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "oui" : "non";
  return String(value).trim();
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

function unreadable(): DomainError {
  return new DomainError(
    "tableur.illisible",
    "Ce fichier ne se lit pas comme un tableur. Enregistrez-le en .xlsx, .ods ou .csv, sans mot de passe, et recommencez.",
  );
}

function tooBig({ rows, columns }: ReadLimits): DomainError {
  return new DomainError(
    "tableur.trop-grand",
    `Ce fichier dépasse ${rows} lignes ou ${columns} colonnes. Découpez-le, ou retirez les lignes vides de la fin, et recommencez.`,
  );
}
