import type { Tx } from "#platform/db/tx.ts";

/** How many deadlines of each of these persons are past; who has none is absent. */
export async function lireRetards(
  tx: Tx,
  personnes: readonly number[],
  le: string,
): Promise<ReadonlyMap<number, number>> {
  const lignes = await tx.query<{ personneId: number; nombre: number }>(
    `select personne_id as "personneId", count(*)::int as nombre from echeance
     where personne_id = any($1::int[]) and limite < $2::date and accomplie_le is null and eteinte_le is null
     group by personne_id`,
    [personnes, le],
  );
  return new Map(lignes.map(({ personneId, nombre }) => [personneId, nombre]));
}
