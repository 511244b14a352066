import type { NatureSortie } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";

interface Demande {
  readonly actions: readonly number[];
  readonly du: string;
  readonly au: string;
}

export const dimensionsProfil = [
  "sexe",
  "age",
  "famille",
  "niveau",
  "activite",
  "prescripteur",
] as const;
export type DimensionProfil = (typeof dimensionsProfil)[number];

export interface EntreesDuProfil {
  readonly actionId: number;
  readonly dimension: DimensionProfil;
  /** `null`: not known on the day of the entry. */
  readonly valeur: string | null;
  readonly nombre: number;
}

const TRANCHE = `case when j.age is null then null when j.age < 25 then '00-24' when j.age < 30 then '25-29'
  when j.age < 40 then '30-39' when j.age < 50 then '40-49' else '50-plus' end`;

/** The profile of those who entered between two days, as it was when they did, one dimension at a time. */
export function compterProfils(
  tx: Tx,
  { actions, du, au }: Demande,
): Promise<readonly EntreesDuProfil[]> {
  return tx.query<EntreesDuProfil>(
    `select e.action_id as "actionId", d.dimension, d.valeur, count(*)::int as nombre
     from (select j.action_id, j.sexe, ${TRANCHE} as age, j.situation_familiale, j.niveau_formation, j.activite,
         j.prescripteur_classe
       from sejour j
       where j.annule_le is null and j.action_id = any($1::int[]) and j.entre_le between $2::date and $3::date) e
     cross join lateral (values ('sexe', e.sexe), ('age', e.age), ('famille', e.situation_familiale),
       ('niveau', e.niveau_formation), ('activite', e.activite), ('prescripteur', e.prescripteur_classe))
       as d (dimension, valeur)
     group by e.action_id, d.dimension, d.valeur`,
    [[...new Set(actions)], du, au],
  );
}

export interface TermesAVenir {
  readonly actionId: number;
  /** `YYYY-MM` of the cap of these stays; `null` without a cap. */
  readonly mois: string | null;
  readonly nombre: number;
}

/** When those who are there now reach their cap. */
export function compterTermes(
  tx: Tx,
  { actions, le }: { readonly actions: readonly number[]; readonly le: string },
): Promise<readonly TermesAVenir[]> {
  return tx.query<TermesAVenir>(
    `select action_id as "actionId", to_char(terme, 'YYYY-MM') as mois, count(*)::int as nombre
     from sejour
     where annule_le is null and action_id = any($1::int[]) and entre_le <= $2::date
       and (sorti_le is null or sorti_le > $2::date)
     group by action_id, to_char(terme, 'YYYY-MM')`,
    [[...new Set(actions)], le],
  );
}

export interface SortiesParNature {
  readonly actionId: number;
  readonly nature: NatureSortie;
  readonly siae: boolean;
  readonly nombre: number;
}

/** How those who left between two days left, before any class. */
export function compterNatures(
  tx: Tx,
  { actions, du, au }: Demande,
): Promise<readonly SortiesParNature[]> {
  return tx.query<SortiesParNature>(
    `select action_id as "actionId", sortie_nature as nature, coalesce((sortie ->> 'siae')::boolean, false) as siae,
       count(*)::int as nombre
     from sejour
     where annule_le is null and action_id = any($1::int[]) and sorti_le between $2::date and $3::date
     group by 1, 2, 3`,
    [[...new Set(actions)], du, au],
  );
}

/** Entries, during a stay, into an action of one of these axes: an access is an event, the stay goes on. */
export function compterAcces(
  tx: Tx,
  { actions, du, au, axes }: Demande & { readonly axes: readonly string[] },
): Promise<readonly { readonly actionId: number; readonly nombre: number }[]> {
  return tx.query(
    `select j.action_id as "actionId", count(*)::int as nombre
     from sejour j
     join sejour autre on autre.personne_id = j.personne_id and autre.id <> j.id and autre.annule_le is null
       and autre.entre_le >= j.entre_le and (j.sorti_le is null or autre.entre_le <= j.sorti_le)
       and autre.entre_le between $2::date and $3::date
     join action a on a.id = autre.action_id and a.axe = any($4::text[])
     where j.annule_le is null and j.action_id = any($1::int[]) and j.entre_le <= $3::date
       and (j.sorti_le is null or j.sorti_le >= $2::date)
     group by j.action_id`,
    [[...new Set(actions)], du, au, [...axes]],
  );
}
