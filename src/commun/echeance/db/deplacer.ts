import type { Tx } from "#platform/db/tx.ts";

/** A merge of persons, as the module of files tells it. */
interface FusionDePersonnes {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

/**
 * The échéances of the absorbed person become the kept one's. One that both have stays behind: nobody sees the
 * absorbed any more, and it is hers again when the merge is undone.
 */
export async function deplacerEcheances(tx: Tx, fusion: FusionDePersonnes): Promise<void> {
  await tx.query(
    `with deplacee as (
       update echeance a set personne_id = $2
       where a.personne_id = $3 and not exists (select from echeance g
         where g.personne_id = $2 and g.objet = a.objet and g.objet_id = a.objet_id and g.code = a.code
           and (g.depart = a.depart or (g.accomplie_le is null and g.eteinte_le is null
             and a.accomplie_le is null and a.eteinte_le is null)))
       returning id)
     insert into echeance_deplacee (fusion_id, echeance_id) select $1, id from deplacee`,
    [fusion.fusionId, fusion.gardeeId, fusion.absorbeeId],
  );
}

/** The merge is undone: exactly what was moved goes back. */
export async function rendreEcheances(tx: Tx, fusion: FusionDePersonnes): Promise<void> {
  await tx.query(
    `with rendue as (delete from echeance_deplacee where fusion_id = $1 returning echeance_id)
     update echeance e set personne_id = $2 from rendue where e.id = rendue.echeance_id`,
    [fusion.fusionId, fusion.absorbeeId],
  );
}
