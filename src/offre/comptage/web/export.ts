import { civilDay } from "#platform/clock/civil-day.ts";
import { writeCsv } from "#platform/files/csv.ts";
import type { Sheet } from "#platform/files/sheet.ts";
import { writeSheet } from "#platform/files/spreadsheet.ts";
import type { Request } from "#platform/http/route.ts";
import { formatDate } from "#platform/ui/format.ts";

export type FormatExport = "csv" | "xlsx";

const types: Readonly<Record<FormatExport, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

interface Feuille extends Omit<Sheet, "preamble"> {
  /** Name of the file, without its day nor its end. */
  readonly fichier: string;
  readonly phrases: readonly string[];
}

/** A view as a file: what it says, from when and by whom, above its figures. */
export function exporter(
  { deps, agent }: Pick<Request, "agent" | "deps">,
  { fichier, phrases, ...feuille }: Feuille,
  format: FormatExport,
): Response {
  const le = civilDay(deps.now());
  const sheet: Sheet = {
    ...feuille,
    preamble: [...phrases, `Édité depuis Jalon le ${formatDate(le)} par ${agent.nom}`],
  };
  return new Response(format === "csv" ? writeCsv(sheet) : writeSheet(sheet), {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${fichier}-${le}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
