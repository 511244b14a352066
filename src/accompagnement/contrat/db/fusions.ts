import type { Tx } from "#platform/db/tx.ts";

export interface Fusion {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

/**
 * The contracts of the absorbed person become the kept one’s. One that would bind her twice the same day, or be
 * prepared beside hers, stays behind, set aside: nobody is bound by it any more.
 */
export async function deplacerContrats(tx: Tx, fusion: Fusion): Promise<void> {
  const { fusionId, gardeeId, absorbeeId } = fusion;
  await tx.query(
    `insert into contrat_deplace (fusion_id, contrat_id, suite)
     select $1, c.id, case when exists (select from contrat g where g.personne_id = $2 and g.ecarte_par_fusion is null
         and ((g.periode is not null and c.periode is not null and g.periode && c.periode)
           or (g.etat = 'en-preparation' and c.etat = 'en-preparation'))) then 'ecarte' else 'deplace' end
     from contrat c where c.personne_id = $3 and c.ecarte_par_fusion is null`,
    [fusionId, gardeeId, absorbeeId],
  );
  await tx.query(
    `update contrat c set personne_id = case d.suite when 'deplace' then $2 else c.personne_id end,
       ecarte_par_fusion = case d.suite when 'ecarte' then $1 end, version = version + 1
     from contrat_deplace d where d.fusion_id = $1 and d.contrat_id = c.id`,
    [fusionId, gardeeId],
  );
}

/** The merge is undone: exactly what was moved or set aside is hers again. */
export async function rendreContrats(tx: Tx, { fusionId, absorbeeId }: Fusion): Promise<void> {
  await tx.query(
    `update contrat c set personne_id = $2, ecarte_par_fusion = null, version = version + 1
     from contrat_deplace d where d.fusion_id = $1 and d.contrat_id = c.id`,
    [fusionId, absorbeeId],
  );
  await tx.query("delete from contrat_deplace where fusion_id = $1", [fusionId]);
}
