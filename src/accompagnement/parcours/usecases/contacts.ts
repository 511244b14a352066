import type { Tx } from "#platform/db/tx.ts";

/** Last day each of these persons was met, by whichever module knows it. */
export async function lireContacts(
  _tx: Tx,
  _personnes: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  return new Map();
}
