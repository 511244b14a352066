import type { Tx } from "#platform/db/tx.ts";

/** Absences of each of these persons that wait for the référent’s word; who has none is absent. */
export async function compterAbsences(
  tx: Tx,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const lignes = await tx.query<{ personneId: number; nombre: number }>(
    `select personne_id as "personneId", count(*)::int as nombre from absence_a_examiner
     where personne_id = any($1::int[]) and issue is null group by personne_id`,
    [personnes],
  );
  return new Map(lignes.map(({ personneId, nombre }) => [personneId, nombre]));
}
