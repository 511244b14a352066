import type { ClasseOrganisme } from "#commun/referentiel";
import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { Periode } from "../domain/periodes.ts";
import { conditionStructures, lire } from "./portee.ts";

export interface LigneStructure extends Periode {
  readonly id: number;
  readonly nom: string;
  readonly sigle: string | null;
  readonly classe: ClasseOrganisme;
  readonly commune: string | null;
  /** Types taken that day, with their places. */
  readonly types: readonly { readonly type: string; readonly places: number | null }[];
  /** Territories served that day; `null` among them is the whole département. */
  readonly territoires: readonly (number | null)[];
  readonly referents: number;
  readonly etp: number;
  readonly absents: number;
  /** The first day something planned changes. */
  readonly prochain: string | null;
}

export interface FiltreStructures {
  readonly texte: string;
  readonly type: string;
  readonly classe: string;
  readonly territoireId: number | null;
  readonly fermees: boolean;
}

export function structuresVues(
  tx: Tx,
  portee: Portee,
  filtre: FiltreStructures,
  le: string,
): Promise<LigneStructure[]> {
  const { texte, type, classe, territoireId, fermees } = filtre;
  return lire<LigneStructure>(
    tx,
    sql`select s.id, s.nom, s.sigle, s.classe, s.commune, lower(s.periode) as du, upper(s.periode) as jusque,
      x.types, x.territoires, e.referents, e.etp, e.absents, p.prochain
    from structure s
    cross join lateral (
      select coalesce(json_agg(distinct jsonb_build_object('type', t.type_orientation, 'places', c.places)), '[]') as types,
        array_agg(distinct t.territoire_id) as territoires
      from structure_secteur t
      left join capacite c on c.structure_id = s.id and c.type_orientation = t.type_orientation and c.periode @> ${le}::date
      where t.structure_id = s.id and t.periode @> ${le}::date having count(*) > 0
      union all select '[]', '{}' where not exists (select from structure_secteur t
        where t.structure_id = s.id and t.periode @> ${le}::date)
    ) x
    cross join lateral (
      select count(*)::int as referents, coalesce(sum(r.etp), 0) as etp,
        count(*) filter (where exists (select from absence_referent a
          where a.referent_id = r.id and a.periode @> ${le}::date))::int as absents
      from referent r where r.structure_id = s.id and r.periode @> ${le}::date
    ) e
    cross join lateral (
      select min(jour) as prochain from (
        select unnest(array[lower(t.periode), upper(t.periode)]) as jour from structure_secteur t where t.structure_id = s.id
        union all select unnest(array[lower(c.periode), upper(c.periode)]) from capacite c where c.structure_id = s.id
        union all select unnest(array[lower(r.periode), upper(r.periode)]) from referent r where r.structure_id = s.id
        union all select unnest(array[lower(a.periode), upper(a.periode)]) from absence_referent a
          join referent r on r.id = a.referent_id where r.structure_id = s.id
        union all select upper(s.periode)
      ) jours where jour > ${le}::date
    ) p
    where ${conditionStructures(portee, le, "s")}
      and (upper_inf(s.periode) or upper(s.periode) > ${le}::date) = ${!fermees}
      and (${texte} = '' or jalon.sans_accent(s.nom || ' ' || coalesce(s.sigle, '') || ' ' || coalesce(s.commune, ''))
        like '%' || jalon.sans_accent(${texte}) || '%')
      and (${classe} = '' or s.classe = ${classe})
      and (${type} = '' or exists (select from structure_secteur t where t.structure_id = s.id
        and t.type_orientation = ${type} and t.periode @> ${le}::date))
      and (${territoireId}::int is null or exists (select from structure_secteur t where t.structure_id = s.id
        and (t.territoire_id is null or t.territoire_id = ${territoireId}::int) and t.periode @> ${le}::date))
    order by s.nom, s.id`,
  );
}
