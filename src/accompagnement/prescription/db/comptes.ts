import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { parLAction, parLaPersonne } from "./lignes.ts";
import { lire } from "./prescriptions.ts";

/** What waits for somebody, on the two sides. */
export interface ComptesPrescriptions {
  readonly aRepondre: number;
  readonly aRepondreEnRetard: number;
  readonly aRecevoir: number;
  readonly aEntrer: number;
  readonly enAttente: number;
  readonly sansReponse: number;
  readonly sansSuite: number;
}

/** Counts of one reader; `le` is today. An expired prescription waits for the référent alone. */
export async function lireComptes(
  tx: Tx,
  portee: Portee,
  le: string,
): Promise<ComptesPrescriptions> {
  const action = sql`(${parLAction(portee)})`;
  const personne = sql`coalesce((${parLaPersonne(portee)}), false)`;
  const jour = sql`${le}::date`;
  const [comptes] = await lire<ComptesPrescriptions>(
    tx,
    sql`select
       count(*) filter (where ${action} and p.etat = 'prescrite' and p.expire_le > ${jour})::int as "aRepondre",
       count(*) filter (where ${action} and p.etat = 'prescrite' and p.expire_le > ${jour}
         and p.reponse_attendue_le < ${jour})::int as "aRepondreEnRetard",
       count(*) filter (where ${action} and p.etat in ('acceptee', 'absente'))::int as "aRecevoir",
       count(*) filter (where ${action} and p.etat = 'recue')::int as "aEntrer",
       count(*) filter (where (${action} or ${personne}) and p.etat = 'liste-attente')::int as "enAttente",
       count(*) filter (where ${personne} and p.etat = 'prescrite' and p.expire_le > ${jour}
         and p.reponse_attendue_le < ${jour})::int as "sansReponse",
       count(*) filter (where ${personne} and (p.etat in ('refusee', 'expiree', 'absente')
           or (p.etat = 'prescrite' and p.expire_le <= ${jour}))
         and p.vu_evenement < coalesce((select max(e.id) from prescription_evenement e
           where e.prescription_id = p.id), 0) + (p.etat = 'prescrite')::int)::int as "sansSuite"
     from prescription p join action a on a.id = p.action_id
     left join situation_personne s on s.personne_id = p.personne_id
     where p.ecarte_par_fusion is null
       and p.etat in ('prescrite', 'liste-attente', 'acceptee', 'absente', 'recue', 'refusee', 'expiree')`,
  );
  return (
    comptes ?? {
      aRepondre: 0,
      aRepondreEnRetard: 0,
      aRecevoir: 0,
      aEntrer: 0,
      enAttente: 0,
      sansReponse: 0,
      sansSuite: 0,
    }
  );
}

/** What one action received over a window: both days included. */
export interface ComptesParAction {
  readonly actionId: number;
  readonly recues: number;
  readonly sansReponse: number;
  readonly expirees: number;
  readonly acceptees: number;
  readonly entrees: number;
  readonly refusees: number;
  readonly annulees: number;
  /** Waiting on the last day. */
  readonly enAttente: number;
  readonly refus: readonly { readonly motif: string; readonly nombre: number }[];
}

/**
 * Prescriptions received by these actions, and what became of them so far. One that expired is counted as such, never
 * among the entries.
 */
export function compterParAction(
  tx: Tx,
  {
    actions,
    du,
    au,
  }: { readonly actions: readonly number[]; readonly du: string; readonly au: string },
): Promise<ComptesParAction[]> {
  return tx.query<ComptesParAction>(
    `with p as (select action_id, etat, motif, attente_le, entree_le, acceptee_le, prescrite_le,
         case when etat = 'prescrite' and expire_le <= $3::date then 'expiree' else etat end as etat_au
       from prescription where action_id = any($1::int[]) and ecarte_par_fusion is null and prescrite_le <= $3::date)
     select action_id as "actionId",
       count(*) filter (where prescrite_le >= $2::date)::int as recues,
       count(*) filter (where prescrite_le >= $2::date and etat_au = 'prescrite')::int as "sansReponse",
       count(*) filter (where prescrite_le >= $2::date and etat_au = 'expiree')::int as expirees,
       count(*) filter (where prescrite_le >= $2::date and acceptee_le is not null)::int as acceptees,
       count(*) filter (where prescrite_le >= $2::date and entree_le is not null)::int as entrees,
       count(*) filter (where prescrite_le >= $2::date and etat_au = 'refusee')::int as refusees,
       count(*) filter (where prescrite_le >= $2::date and etat_au = 'annulee')::int as annulees,
       count(*) filter (where etat_au = 'liste-attente')::int as "enAttente",
       coalesce((select json_agg(json_build_object('motif', r.motif, 'nombre', r.nombre) order by r.nombre desc, r.motif)
         from (select q.motif, count(*)::int as nombre from p q where q.action_id = p.action_id
           and q.etat_au = 'refusee' and q.prescrite_le >= $2::date group by q.motif) r), '[]') as refus
     from p group by action_id order by action_id`,
    [actions, du, au],
  );
}
