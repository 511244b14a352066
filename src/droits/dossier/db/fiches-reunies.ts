import type { Tx } from "#platform/db/tx.ts";

/** Numbers under which one human was ever known: the file asked for, the one it is merged in, and all merged there. */
export async function lireFichesReunies(tx: Tx, personneId: number): Promise<readonly number[]> {
  const fiches = await tx.query<{ id: number }>(
    `with gardee as (select coalesce(fusionnee_dans_id, id) as id from personne where id = $1)
     select p.id from personne p join gardee g on p.id = g.id or p.fusionnee_dans_id = g.id order by p.id`,
    [personneId],
  );
  return fiches.map(({ id }) => id);
}
