import type { Tx } from "#platform/db/tx.ts";

interface Fusion {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

/**
 * The sessions of the absorbed person become the kept one’s. Where both are registered, hers is set aside: nobody is
 * counted twice in one room.
 */
export async function deplacerSeances(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
): Promise<void> {
  await tx.query(
    `with d as (update inscription_seance t set personne_id = $2 where t.personne_id = $3
         and (t.etat = 'annulee' or t.ecartee_par_fusion is not null or not exists (select from inscription_seance g
           where g.personne_id = $2 and g.seance_id = t.seance_id and g.etat <> 'annulee'
             and g.ecartee_par_fusion is null))
       returning id)
     insert into deplacement_seance (fusion_id, inscription_id) select $1, id from d`,
    [fusionId, gardeeId, absorbeeId],
  );
  await tx.query(
    `update inscription_seance set ecartee_par_fusion = $1
     where personne_id = $2 and etat <> 'annulee' and ecartee_par_fusion is null`,
    [fusionId, absorbeeId],
  );
}

export async function rendreSeances(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
): Promise<void> {
  await tx.query(
    `update inscription_seance t set personne_id = $3 from deplacement_seance d
     where d.fusion_id = $1 and t.id = d.inscription_id and t.personne_id = $2`,
    [fusionId, gardeeId, absorbeeId],
  );
  await tx.query(
    `update inscription_seance set ecartee_par_fusion = null where ecartee_par_fusion = $1 and personne_id = $2`,
    [fusionId, absorbeeId],
  );
  await tx.query("delete from deplacement_seance where fusion_id = $1", [fusionId]);
}
