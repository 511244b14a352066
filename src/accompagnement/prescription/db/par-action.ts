import { conditionPortee } from "#droits/dossier";
import { conditionAction } from "#offre/catalogue";
import { type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { EtatPrescription } from "../domain/etapes.ts";
import { conditionPrescription, lire } from "./prescriptions.ts";

interface Demande {
  readonly actionId: number;
  readonly portee: Portee;
  /** Today: without an answer on its day a prescription is expired. */
  readonly le: string;
}

/** What this reader sees of one action’s prescriptions. */
const siennes = ({ actionId, portee }: Demande): Sql =>
  sql`from prescription p join action a on a.id = p.action_id join situation_personne s on s.personne_id = p.personne_id
    where p.action_id = ${actionId}::int and p.ecarte_par_fusion is null and ${conditionPrescription(portee)}`;

export interface EtatCompte {
  readonly etat: EtatPrescription;
  readonly nombre: number;
}

/** However many there are, none is left out. */
export function compterLesEtats(tx: Tx, demande: Demande): Promise<EtatCompte[]> {
  return lire<EtatCompte>(
    tx,
    sql`select case when p.etat = 'prescrite' and p.expire_le <= ${demande.le}::date then 'expiree' else p.etat end as etat,
      count(*)::int as nombre ${siennes(demande)} group by 1`,
  );
}

/** Median of days between a prescription and the entry; null before the first entry. */
export async function lireDelaiMedian(tx: Tx, demande: Demande): Promise<number | null> {
  const [ligne] = await lire<{ jours: number | null }>(
    tx,
    sql`select round(percentile_cont(0.5) within group (order by greatest(p.entree_le - p.prescrite_le, 0)))::int as jours
      ${siennes(demande)} and p.entree_le is not null`,
  );
  return ligne?.jours ?? null;
}

/** The actions a reader may read prescriptions of: those of her perimeter, and those prescribed to her persons. */
export function lireActionsPrescrites(
  tx: Tx,
  portee: Portee,
): Promise<{ readonly id: number; readonly nom: string }[]> {
  return lire(
    tx,
    sql`select a.id, a.nom from action a where ${conditionAction(portee)} or a.id in (select p.action_id
        from situation_personne s join prescription p on p.personne_id = s.personne_id and p.ecarte_par_fusion is null
        where ${conditionPortee(portee)})
      order by a.nom, a.id`,
  );
}
