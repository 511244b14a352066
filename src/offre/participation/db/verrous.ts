import type { Tx } from "#platform/db/tx.ts";

/**
 * Held until the end of the transaction: two entries of one person are judged one after the other, so that the second
 * knows what the first has written.
 */
export async function verrouillerEntrees(tx: Tx, personneId: number): Promise<void> {
  await tx.query(
    "select pg_advisory_xact_lock(hashtextextended(current_schema() || ':entrees:' || $1, 0))",
    [String(personneId)],
  );
}
