import { writeXlsxStream } from "hucre/xlsx";
import type { Sheet, SheetCell, SheetKind } from "./sheet.ts";

const formats: Readonly<Record<SheetKind, string | null>> = {
  text: null,
  bool: null,
  date: "dd/mm/yyyy",
  int: "#,##0",
  amount: '#,##0.00 "€"',
};

const widths: Readonly<Record<SheetKind, number>> = {
  text: 24,
  bool: 8,
  date: 12,
  int: 12,
  amount: 14,
};

/** An XLSX workbook, written while its rows are read: memory does not grow with them. */
export function writeSheet(sheet: Sheet): ReadableStream<Uint8Array> {
  const headerRows = sheet.preamble.length === 0 ? 1 : sheet.preamble.length + 2;
  return writeXlsxStream(sheetRows(sheet), {
    name: sheetName(sheet.name),
    columns: sheet.columns.map(({ kind }) => {
      const numFmt = formats[kind];
      return { width: widths[kind], ...(numFmt === null ? {} : { numFmt }) };
    }),
    freezePane: { rows: headerRows },
  });
}

async function* sheetRows({ preamble, columns, rows }: Sheet): AsyncGenerator<SheetCell[]> {
  for (const line of preamble) yield [cleanText(line)];
  if (preamble.length > 0) yield [null];
  yield columns.map((column) => column.header);
  for await (const row of rows) {
    yield columns.map(({ kind }, index) => sheetCell(kind, row[index] ?? null));
  }
}

function sheetCell(kind: SheetKind, value: SheetCell): SheetCell {
  if (value === null || value instanceof Date) return value;
  switch (kind) {
    case "date":
      return dateCell(String(value));
    case "int":
      return Number(value);
    case "amount":
      return Number(value) / 100;
    case "bool":
      return value ? "oui" : "non";
    case "text":
      return cleanText(String(value));
  }
}

function dateCell(iso: string): SheetCell {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? cleanText(iso) : date;
}

/** XML 1.0 refuses the control characters, and Excel more than 32 767 characters in a cell. */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "")
    .slice(0, 32_767);
}

/** Excel refuses these characters and more than 31 of any. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[\\/?*[\]:]/g, " ")
      .trim()
      .slice(0, 31) || "Liste"
  );
}
