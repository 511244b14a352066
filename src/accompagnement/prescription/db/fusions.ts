import type { Tx } from "#platform/db/tx.ts";

export interface Fusion {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

const VIVANTE = "('prescrite', 'liste-attente', 'acceptee', 'absente', 'recue', 'entree')";

/**
 * What was prescribed to the absorbed person becomes the kept one’s. The same action prescribed to both, and still open,
 * is prescribed once: the absorbed person’s stays behind, set aside. Gives those touched.
 */
export async function deplacerPrescriptions(tx: Tx, fusion: Fusion): Promise<readonly number[]> {
  const { fusionId, gardeeId, absorbeeId } = fusion;
  await tx.query(
    `insert into prescription_deplacee (fusion_id, prescription_id, suite)
     select $1, p.id, case when p.etat in ${VIVANTE} and exists (select from prescription g
         where g.personne_id = $2 and g.action_id = p.action_id and g.etat in ${VIVANTE} and g.ecarte_par_fusion is null)
       then 'ecartee' else 'deplacee' end
     from prescription p where p.personne_id = $3 and p.ecarte_par_fusion is null`,
    [fusionId, gardeeId, absorbeeId],
  );
  const lignes = await tx.query<{ id: number }>(
    `update prescription p set personne_id = case d.suite when 'deplacee' then $2 else p.personne_id end,
       ecarte_par_fusion = case d.suite when 'ecartee' then $1 end, version = p.version + 1
     from prescription_deplacee d where d.fusion_id = $1 and d.prescription_id = p.id returning p.id`,
    [fusionId, gardeeId],
  );
  return lignes.map(({ id }) => id);
}

/** The merge is undone: exactly what was moved or set aside is hers again. */
export async function rendrePrescriptions(
  tx: Tx,
  { fusionId, absorbeeId }: Fusion,
): Promise<readonly number[]> {
  const lignes = await tx.query<{ id: number }>(
    `update prescription p set personne_id = $2, ecarte_par_fusion = null, version = p.version + 1
     from prescription_deplacee d where d.fusion_id = $1 and d.prescription_id = p.id returning p.id`,
    [fusionId, absorbeeId],
  );
  await tx.query("delete from prescription_deplacee where fusion_id = $1", [fusionId]);
  return lignes.map(({ id }) => id);
}
