import type { Tx } from "#platform/db/tx.ts";

/** Meetings still expected on these days. */
export async function rendezVousDesJours(
  tx: Tx,
  jours: readonly string[],
): Promise<readonly number[]> {
  const lignes = await tx.query<{ id: number }>(
    "select id from rendez_vous where statut = 'prevu' and jour = any($1::date[]) order by jour, id",
    [jours],
  );
  return lignes.map(({ id }) => id);
}
