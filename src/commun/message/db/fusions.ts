import type { Tx } from "#platform/db/tx.ts";

interface Fusion {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

/** Two files are one person's: the messages of both are hers. Their words do not change. */
export async function suivreFusionMessages(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
): Promise<void> {
  await tx.query(
    "update message set personne_id = $2, fusions = array_append(fusions, $1) where personne_id = $3",
    [fusionId, gardeeId, absorbeeId],
  );
}

/** The merge is undone: each takes her messages back. */
export async function annulerFusionMessages(
  tx: Tx,
  { fusionId, absorbeeId }: Fusion,
): Promise<void> {
  await tx.query(
    "update message set personne_id = $2, fusions = array_remove(fusions, $1) where $1 = any(fusions)",
    [fusionId, absorbeeId],
  );
}
