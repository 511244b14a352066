import type { ListDefinition } from "../../db/list/definition.ts";
import { type ListRow, streamList } from "../../db/list/fetch.ts";
import { civilDay, frenchDay } from "../../db/list/periods.ts";
import { streamInTransaction } from "../../db/list/stream-in-transaction.ts";
import { writeCsv } from "../../files/csv.ts";
import type { Sheet, SheetCell } from "../../files/sheet.ts";
import { writeSheet } from "../../files/spreadsheet.ts";
import type { Request } from "../../http/route.ts";
import { sheetCell, sheetColumn } from "./cell.tsx";
import type { ExportedList } from "./list-acts.ts";
import type { ListLook } from "./model.ts";

export type ExportFormat = "csv" | "xlsx";

const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * The act has already written in the journal what leaves; only then are the rows read,
 * so that a download broken off halfway is journaled all the same.
 */
export function exportResponse(
  request: Request,
  definition: ListDefinition,
  title: string,
  list: ExportedList,
  format: ExportFormat,
  cells: ListLook["cells"] = {},
): Response {
  const today = civilDay(request.deps.now());
  const sheet: Sheet = {
    name: title,
    preamble: [list.sentence, `Édité depuis Jalon le ${frenchDay(today)} par ${request.agent.nom}`],
    columns: list.columns.map(sheetColumn),
    rows: rowsOf(request, definition, list, cells),
  };
  const body = format === "csv" ? writeCsv(sheet) : writeSheet(sheet);
  return new Response(body, {
    headers: {
      "content-type": contentTypes[format],
      "content-disposition": `attachment; filename="${definition.name}-${today}.${format}"`,
      "cache-control": "no-store",
    },
  });
}

async function* rowsOf(
  { deps, agent }: Request,
  definition: ListDefinition,
  { state, columns }: ExportedList,
  cells: ListLook["cells"],
): AsyncGenerator<readonly SheetCell[]> {
  const batches = streamInTransaction(deps.base, (tx) =>
    streamList(tx, definition, state, agent.portee, columns),
  );
  for await (const batch of batches) {
    for (const row of batch) yield cellsOf(row, columns, cells);
  }
}

/** A cell that the list writes in words of its own (a name in its right case) leaves in the same words. */
function cellsOf(
  row: ListRow,
  columns: ExportedList["columns"],
  cells: ListLook["cells"],
): readonly SheetCell[] {
  return columns.map((column) => {
    const own = column.kind === "text" ? cells?.[column.key]?.(row) : undefined;
    return typeof own === "string" ? own : sheetCell(column, row.values[column.key]);
  });
}
