/** `amount` is in integer cents, `date` is `YYYY-MM-DD` or an instant. */
export type SheetKind = "text" | "date" | "int" | "amount" | "bool";

export type SheetCell = string | number | boolean | Date | null;

export interface SheetColumn {
  readonly header: string;
  readonly kind: SheetKind;
}

/** One table to write, whatever the file. */
export interface Sheet {
  readonly name: string;
  /** Lines above the table: what it is, when, by whom. */
  readonly preamble: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly SheetCell[]>;
}
