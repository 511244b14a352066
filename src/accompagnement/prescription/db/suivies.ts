import type { Tx } from "#platform/db/tx.ts";
import type { PrescriptionSuivie } from "../domain/faits.ts";

const SUIVIE = `select p.id, p.personne_id as "personneId", p.etat, p.etat_le as "etatLe",
    p.prescrite_le as "prescriteLe", p.relancee_le as "relanceeLe", p.expire_le as "expireLe",
    p.repondue_le as "repondueLe", p.acceptee_le as "accepteeLe", p.accueil_prevu_le as "accueilPrevuLe",
    p.recue_le as "recueLe", p.entree_le as "entreeLe", case when p.vu_evenement >= (select max(e.id) from prescription_evenement e where e.prescription_id = p.id)
      then p.vue_le end as "vueLe", p.ecarte_par_fusion is not null as ecarte
  from prescription p`;

export function lireSuivies(tx: Tx, ids: readonly number[]): Promise<PrescriptionSuivie[]> {
  return tx.query<PrescriptionSuivie>(`${SUIVIE} where p.id = any($1::int[]) order by p.id`, [ids]);
}

/** Every one something may still be awaited of. */
export function lireToutesLesSuivies(tx: Tx): Promise<PrescriptionSuivie[]> {
  return tx.query<PrescriptionSuivie>(`${SUIVIE} order by p.id`);
}
