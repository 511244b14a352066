import type { ComponentChildren } from "preact";
import type { ListColumn } from "../../db/list/definition.ts";
import { civilDay, frenchDay } from "../../db/list/periods.ts";
import { frenchNumber } from "../../db/list/sentence.ts";
import type { SheetCell, SheetColumn } from "../../files/sheet.ts";
import { Tag } from "../components/tag.tsx";

export function renderCell(column: ListColumn, value: unknown): ComponentChildren {
  if (value === null || value === undefined || value === "") return null;
  if (column.kind !== "tags") return cellText(column, value);
  return (
    <span class="row">
      {listOf(value).map((one) => (
        <Tag key={one}>{codeLabel(column, one)}</Tag>
      ))}
    </span>
  );
}

/** The cell as people read it. */
function cellText(column: ListColumn, value: unknown): string {
  if (value === null || value === undefined) return "";
  switch (column.kind) {
    case "date":
      return frenchDay(dayOf(value));
    case "int":
      return frenchNumber(Number(value));
    case "amount":
      return euros(Number(value));
    case "bool":
      return value ? "oui" : "non";
    case "code":
      return codeLabel(column, String(value));
    case "tags":
      return listOf(value)
        .map((one) => codeLabel(column, one))
        .join(", ");
    case "text":
      return String(value);
  }
}

/** A code the list does not know is shown as received: nothing is lost, nothing is invented. */
function codeLabel({ options }: ListColumn, code: string): string {
  if (!options) return code;
  return options[code] ?? `code inconnu ${code}`;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function dayOf(value: unknown): string {
  return value instanceof Date ? civilDay(value) : String(value).slice(0, 10);
}

const money = { style: "currency", currency: "EUR" } as const;
const wholeEuros = new Intl.NumberFormat("fr-FR", { ...money, minimumFractionDigits: 0 });
const eurosAndCents = new Intl.NumberFormat("fr-FR", { ...money, minimumFractionDigits: 2 });

function euros(cents: number): string {
  return (cents % 100 === 0 ? wholeEuros : eurosAndCents).format(cents / 100);
}

export function sheetColumn({ label, kind }: ListColumn): SheetColumn {
  return { header: label, kind: kind === "code" || kind === "tags" ? "text" : kind };
}

export function sheetCell(column: ListColumn, value: unknown): SheetCell {
  if (value === null || value === undefined) return null;
  switch (column.kind) {
    case "date":
      return dayOf(value);
    case "int":
    case "amount":
      return Number(value);
    case "bool":
      return value === true;
    case "text":
    case "code":
    case "tags":
      return cellText(column, value);
  }
}
