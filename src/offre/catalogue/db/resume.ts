import { allOf, raw, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { lire } from "./lire.ts";
import type { PlacesPrises } from "./places.ts";

/** The actions of one sheet on one territory, and what is left of their places on a day. */
export interface ResumeFiche {
  readonly ficheCode: string;
  readonly axe: string;
  readonly territoireId: number;
  readonly actions: number;
  readonly places: number;
  readonly prises: number;
  /** Places no one holds, action by action: a full action does not hide an empty one. */
  readonly libres: number;
}

interface Demande {
  readonly le: string;
  readonly territoireId: number | null;
  readonly ficheCode: string | null;
}

export function resumerActions(
  tx: Tx,
  prises: PlacesPrises,
  { le, territoireId, ficheCode }: Demande,
): Promise<readonly ResumeFiche[]> {
  const conditions = [
    sql`a.periode @> ${le}::date`,
    ...(territoireId === null ? [] : [sql`a.territoire_id = ${territoireId}::int`]),
    ...(ficheCode === null ? [] : [sql`a.fiche_code = ${ficheCode}`]),
  ];
  return lire<ResumeFiche>(
    tx,
    sql`with jour as (select ${le}::date as le),
      comptees as (
        select a.fiche_code, a.axe, a.territoire_id, coalesce(p.places, 0) as places,
          ${prises("a.id", "jour.le")} as prises
        from action a cross join jour
        left join place_action p on p.action_id = a.id and p.periode @> jour.le
        where ${allOf(conditions)})
      select fiche_code as "ficheCode", axe, territoire_id as "territoireId", count(*)::int as actions,
        sum(places)::int as places, sum(prises)::int as prises, sum(greatest(places - prises, 0))::int as libres
      from comptees group by fiche_code, axe, territoire_id ${raw("order by axe, fiche_code, territoire_id")}`,
  );
}
