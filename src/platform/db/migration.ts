/**
 * One step of the schema, append-only: never edited once released.
 * `shared` steps run once in the schema `jalon`, `departement` steps in each département's schema.
 */
export interface Migration {
  /** `0003-integration`: four digits, unique and ordered over the whole product. */
  readonly name: string;
  readonly scope: "shared" | "departement";
  readonly sql: string;
}
