import type { Tx } from "#platform/db/tx.ts";

interface Fusion {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

/** Tables whose rows name a person. What hangs from them (periods, steps, acts) follows by itself. */
const tables = ["bilan_theme", "frein", "projet", "acquis", "entretien"] as const;

/** Two files are one person's: what was written of both is hers, in the words of those who wrote it. */
export async function suivreFusion(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
): Promise<void> {
  const valeurs = [fusionId, gardeeId, absorbeeId];
  for (const table of tables) {
    await tx.query(
      `update ${table} set personne_id = $2, fusions = array_append(fusions, $1) where personne_id = $3`,
      valeurs,
    );
  }
  // Nobody is registered twice at once: a period of the absorbed that overlaps one of the kept stays behind.
  await tx.query(
    `update inscription_emploi a set personne_id = $2, fusions = array_append(a.fusions, $1)
     where a.personne_id = $3 and not exists (select from inscription_emploi g
       where g.personne_id = $2 and g.periode && a.periode)`,
    valeurs,
  );
}

/** The merge is undone: each takes hers back. */
export async function annulerFusion(tx: Tx, { fusionId, absorbeeId }: Fusion): Promise<void> {
  for (const table of [...tables, "inscription_emploi"]) {
    await tx.query(
      `update ${table} set personne_id = $2, fusions = array_remove(fusions, $1) where $1 = any(fusions)`,
      [fusionId, absorbeeId],
    );
  }
}
