import { render, type Sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";

export function lire<Row>(tx: Tx, requete: Sql): Promise<Row[]> {
  const { text, values } = render(requete);
  return tx.query<Row>(text, values);
}
