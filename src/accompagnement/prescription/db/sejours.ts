import type { Tx } from "#platform/db/tx.ts";
import type { EtatPrescription } from "../domain/etapes.ts";

/** A stay that just changed, with the prescription it follows. */
export interface SejourSuivi {
  readonly sejourId: number;
  readonly personneId: number;
  readonly actionId: number;
  readonly entreLe: string;
  readonly sortiLe: string | null;
  readonly annule: boolean;
  readonly prescriptionId: number;
  readonly etat: EtatPrescription;
  readonly expireLe: string;
  readonly sortieLe: string | null;
  /** Another prescription of the same person for the same action is open: this one cannot come back to life. */
  readonly supplantee: boolean;
}

/**
 * The prescription that led to each of these stays: the one it is tied to, the one it names, or else the one that
 * still waits for this person in this action. A stay nobody prescribed is absent.
 */
export function lireSejoursSuivis(tx: Tx, sejours: readonly number[]): Promise<SejourSuivi[]> {
  return tx.query<SejourSuivi>(
    `select j.id as "sejourId", j.personne_id as "personneId", j.action_id as "actionId", j.entre_le as "entreLe",
       j.sorti_le as "sortiLe", j.annule_le is not null as annule, p.id as "prescriptionId", p.etat,
       p.expire_le as "expireLe", p.sortie_le as "sortieLe",
       exists (select from prescription v where v.personne_id = p.personne_id and v.action_id = p.action_id
         and v.id <> p.id and v.ecarte_par_fusion is null
         and v.etat in ('prescrite', 'liste-attente', 'acceptee', 'absente', 'recue', 'entree')) as supplantee
     from sejour j
     join lateral (select x.* from prescription x
       where x.personne_id = j.personne_id and x.action_id = j.action_id and x.ecarte_par_fusion is null
         and (x.sejour_id = j.id or (x.sejour_id is null and (x.id = j.prescription_id
           or x.etat in ('prescrite', 'liste-attente', 'acceptee', 'absente', 'recue'))))
       order by (x.sejour_id is not distinct from j.id) desc, (x.id is not distinct from j.prescription_id) desc, x.id
       limit 1) p on true
     where j.id = any($1::int[]) order by j.id`,
    [sejours],
  );
}
