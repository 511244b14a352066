export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `schema.table`, or the table alone in the search path. */
export function quoteTable(name: string): string {
  return name.split(".").map(quoteIdentifier).join(".");
}
