import type { Tx } from "#platform/db/tx.ts";

/** Among these, those something happened to that the référent has not said she had read. */
export async function lireNonLues(
  tx: Tx,
  prescriptions: readonly number[],
): Promise<ReadonlySet<number>> {
  if (prescriptions.length === 0) return new Set();
  const lues = await tx.query<{ id: number }>(
    `select p.id from prescription p where p.id = any($1::int[]) and exists (select from prescription_evenement e
       where e.prescription_id = p.id and e.id > p.vu_evenement)`,
    [prescriptions],
  );
  return new Set(lues.map(({ id }) => id));
}
