import type { Tx } from "#platform/db/tx.ts";

interface Fusion {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

/**
 * The stays of the absorbed person become the kept one’s. One that shares days with hers in the same action was one
 * person counted twice: it is set aside, out of every count, with its reason.
 */
export async function deplacerSejours(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
  le: string,
): Promise<void> {
  await tx.query(
    `with ecarte as (
       update sejour t set annule_le = $4, annule_motif = 'Compté deux fois : deux fiches d’une même personne ont été réunies',
         version = version + 1
       where t.personne_id = $3 and t.annule_le is null and exists (
         select from sejour g where g.personne_id = $2 and g.action_id = t.action_id and g.annule_le is null
           and daterange(g.entre_le, g.sorti_le, '[)') && daterange(t.entre_le, t.sorti_le, '[)'))
       returning id)
     insert into deplacement_sejour (fusion_id, ligne_de, ligne_id) select $1, 'ecarte', id from ecarte`,
    [fusionId, gardeeId, absorbeeId, le],
  );
  await tx.query(
    `with d as (update sejour set personne_id = $2, version = version + 1 where personne_id = $3 returning id)
     insert into deplacement_sejour (fusion_id, ligne_de, ligne_id) select $1, 'sejour', id from d`,
    [fusionId, gardeeId, absorbeeId],
  );
}

/** The merge is undone: exactly what moved, or was set aside, is hers again. */
export async function rendreSejours(tx: Tx, { fusionId, absorbeeId }: Fusion): Promise<void> {
  await tx.query(
    `update sejour t set personne_id = $2, version = version + 1 from deplacement_sejour d
     where d.fusion_id = $1 and d.ligne_de = 'sejour' and t.id = d.ligne_id`,
    [fusionId, absorbeeId],
  );
  await tx.query(
    `update sejour t set annule_le = null, annule_motif = null from deplacement_sejour d
     where d.fusion_id = $1 and d.ligne_de = 'ecarte' and t.id = d.ligne_id`,
    [fusionId],
  );
  await tx.query("delete from deplacement_sejour where fusion_id = $1", [fusionId]);
}
