import type { Tx } from "#platform/db/tx.ts";

/** How many freins of each of these persons are open; who has none is absent. */
export async function lireFreinsOuverts(
  tx: Tx,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const lignes = await tx.query<{ personneId: number; nombre: number }>(
    `select f.personne_id as "personneId", count(*)::int as nombre
     from frein f where f.personne_id = any($1::int[])
       and exists (select from frein_periode p where p.frein_id = f.id and p.au is null)
     group by f.personne_id`,
    [personnes],
  );
  return new Map(lignes.map(({ personneId, nombre }) => [personneId, nombre]));
}
