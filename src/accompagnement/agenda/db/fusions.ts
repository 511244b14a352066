import type { Tx } from "#platform/db/tx.ts";

export interface Fusion {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

/**
 * Meetings of the absorbed person become the kept one’s. One that meets a meeting of hers, or where both were
 * expected, stays behind, cancelled: nobody is in two rooms at once. The meetings nobody of the two goes to any longer.
 */
export async function deplacerVenues(tx: Tx, fusion: Fusion, le: Date): Promise<readonly number[]> {
  const { fusionId, gardeeId, absorbeeId } = fusion;
  await tx.query(
    `with d as (update rendez_vous_personne p set personne_id = $2
       where p.personne_id = $3 and not exists (select from rendez_vous_personne g where g.personne_id = $2
         and (g.rendez_vous_id = p.rendez_vous_id
           or (g.statut <> 'annule' and p.statut <> 'annule' and g.creneau && p.creneau)))
       returning id, statut)
     insert into deplacement_rendez_vous (fusion_id, venue_id, statut_avant) select $1, id, statut from d`,
    [fusionId, gardeeId, absorbeeId],
  );
  await deplacerDits(tx, fusionId, { de: absorbeeId, vers: gardeeId });
  await tx.query(
    `insert into deplacement_rendez_vous (fusion_id, venue_id, annulee, statut_avant)
     select $1, id, true, statut from rendez_vous_personne where personne_id = $2 and statut = 'prevu'`,
    [fusionId, absorbeeId],
  );
  const annulees = await tx.query<{ id: number; encore: boolean }>(
    `update rendez_vous_personne p set statut = 'annule', issue_le = $2, issue_motif = 'par le service : fiches réunies'
     where p.personne_id = $1 and p.statut = 'prevu'
     returning p.rendez_vous_id as id, exists (select from rendez_vous_personne g
       where g.rendez_vous_id = p.rendez_vous_id and g.personne_id = $3) as encore`,
    [absorbeeId, le, gardeeId],
  );
  return annulees.filter(({ encore }) => !encore).map(({ id }) => id);
}

/** What was said to her of a meeting, and what happened there, go where her meeting goes: she is not convened twice. */
async function deplacerDits(
  tx: Tx,
  fusionId: number,
  { de, vers }: { readonly de: number; readonly vers: number },
): Promise<void> {
  for (const table of ["rendez_vous_envoi", "rendez_vous_fait"]) {
    await tx.query(
      `update ${table} t set personne_id = $3
       from deplacement_rendez_vous d join rendez_vous_personne p on p.id = d.venue_id
       where d.fusion_id = $1 and not d.annulee and t.rendez_vous_id = p.rendez_vous_id and t.personne_id = $2`,
      [fusionId, de, vers],
    );
  }
}

/** Each finds again what was hers; a meeting that another one has replaced since stays cancelled. */
export async function rendreVenues(tx: Tx, fusion: Fusion): Promise<void> {
  const { fusionId, gardeeId, absorbeeId } = fusion;
  await tx.query(
    `update rendez_vous_personne p set personne_id = $3 from deplacement_rendez_vous d
     where d.fusion_id = $1 and not d.annulee and p.id = d.venue_id and p.personne_id = $2`,
    [fusionId, gardeeId, absorbeeId],
  );
  await deplacerDits(tx, fusionId, { de: gardeeId, vers: absorbeeId });
  await tx.query(
    `update rendez_vous_personne p set statut = 'prevu', issue_le = null, issue_par = null, issue_motif = null
     from deplacement_rendez_vous d join rendez_vous_personne q on q.id = d.venue_id
       join rendez_vous r on r.id = q.rendez_vous_id
     where d.fusion_id = $1 and d.annulee and p.id = d.venue_id and p.statut = 'annule'
       and not exists (select from rendez_vous_personne g where g.personne_id = p.personne_id and g.id <> p.id
         and g.statut <> 'annule' and g.creneau && p.creneau)
       and not exists (select from rendez_vous o where o.id <> r.id and o.statut <> 'annule' and o.creneau && r.creneau
         and (o.referent_id = r.referent_id or o.salle_id = r.salle_id))`,
    [fusionId],
  );
  await tx.query("delete from deplacement_rendez_vous where fusion_id = $1", [fusionId]);
}
