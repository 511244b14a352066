import { placesPrises } from "#offre/participation";
import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { lire } from "./prescriptions.ts";

/** What prescriptions say of one action, over its last months. */
export interface ActiviteAction {
  readonly actionId: number;
  readonly codeCommune: string | null;
  /** In it at the end of the day. */
  readonly presents: number;
  readonly enAttente: number;
  /** Median of days between prescription and entry. */
  readonly delaiMedian: number | null;
}

/** Who waits, and how long those who entered since `depuis` had waited. */
export function lireActivites(
  tx: Tx,
  actions: readonly number[],
  { le, depuis }: { readonly le: string; readonly depuis: string },
): Promise<ActiviteAction[]> {
  return lire<ActiviteAction>(
    tx,
    sql`select a.id as "actionId", a.code_commune as "codeCommune",
       ${placesPrises("a.id", "jour.le")} as presents,
       coalesce(sum(p.attend), 0)::int as "enAttente",
       round(percentile_cont(0.5) within group (order by p.delai))::int as "delaiMedian"
     from action a cross join (select ${le}::date as le) jour
     left join lateral (select (etat = 'liste-attente')::int as attend,
         case when prescrite_le >= ${depuis}::date then entree_le - prescrite_le end as delai
       from prescription where action_id = a.id and ecarte_par_fusion is null
         and (etat = 'liste-attente' or (prescrite_le >= ${depuis}::date and entree_le is not null))) p on true
     where a.id = any(${[...actions]}::int[]) group by a.id, jour.le`,
  );
}

interface Prescripteur {
  readonly referentId: number;
  readonly structureId: number;
  readonly classe: string;
}

/** The référents this account is, with the structure of each; the one who follows the person first. */
export function lirePrescripteurs(
  tx: Tx,
  {
    referents,
    referentId,
  }: { readonly referents: readonly number[]; readonly referentId: number | null },
): Promise<Prescripteur[]> {
  return tx.query<Prescripteur>(
    `select r.id as "referentId", r.structure_id as "structureId", s.classe
     from referent r join structure s on s.id = r.structure_id
     where r.id = any($1::int[]) order by (r.id = $2::int) desc nulls last, r.id`,
    [referents, referentId],
  );
}
