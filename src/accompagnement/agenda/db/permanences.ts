import type { Tx } from "#platform/db/tx.ts";
import type { Heures, Permanence } from "../domain/creneaux.ts";
import type { Fenetre } from "../domain/jours.ts";

export interface PermanenceLue extends Permanence {
  readonly structureId: number;
  readonly version: number;
}

/** Permanences of these structures held at some moment between two days. */
export function permanencesDe(
  tx: Tx,
  structures: readonly number[],
  { debut, fin }: Fenetre,
): Promise<PermanenceLue[]> {
  return tx.query<PermanenceLue>(
    `select p.id, p.structure_id as "structureId", p.lieu_id as "lieuId", p.salle_id as "salleId",
       p.referent_id as "referentId", p.jour, json_build_object('de', lower(p.heures), 'a', upper(p.heures)) as heures,
       p.duree, p.motifs, json_build_object('du', lower(p.periode)::text, 'jusque', upper(p.periode)::text) as periode,
       array(select e.jour::text from permanence_exception e where e.permanence_id = p.id
         and e.jour >= $2::date and e.jour < $3::date) as exceptions, p.version
     from permanence p
     where p.structure_id = any($1::int[]) and p.periode && daterange($2::date, $3::date)
     order by p.jour, p.heures, p.id`,
    [[...structures], debut, fin],
  );
}

export interface NouvellePermanence {
  readonly structureId: number;
  readonly lieuId: number;
  readonly salleId: number | null;
  readonly referentId: number | null;
  readonly jour: number;
  readonly heures: Heures;
  readonly duree: number;
  readonly motifs: readonly string[];
  readonly du: string;
  /** First day on which it is no longer held. */
  readonly jusque: string | null;
}

/** All or none of them; `null` when one meets another permanence of the same référent. */
export async function insererPermanences(
  tx: Tx,
  permanences: readonly NouvellePermanence[],
): Promise<readonly number[] | null> {
  const lignes = await tx.query<{ id: number }>(
    `insert into permanence (structure_id, lieu_id, salle_id, referent_id, jour, heures, duree, motifs, periode)
     select p."structureId", p."lieuId", p."salleId", p."referentId", p.jour,
       int4range((p.heures->>'de')::int, (p.heures->>'a')::int), p.duree,
       array(select jsonb_array_elements_text(p.motifs)), daterange(p.du, p.jusque)
     from jsonb_to_recordset($1::jsonb) as p("structureId" int, "lieuId" int, "salleId" int, "referentId" int,
       jour int, heures jsonb, duree int, motifs jsonb, du date, jusque date)
     on conflict do nothing returning id`,
    [JSON.stringify(permanences)],
  );
  return lignes.length === permanences.length ? lignes.map(({ id }) => id) : null;
}

export interface PermanenceConnue {
  readonly id: number;
  readonly structureId: number;
  readonly jour: number;
  readonly du: string;
}

export function permanencesConnues(tx: Tx, ids: readonly number[]): Promise<PermanenceConnue[]> {
  return tx.query<PermanenceConnue>(
    `select id, structure_id as "structureId", jour, lower(periode)::text as du
     from permanence where id = any($1::int[]) order by jour, id`,
    [[...ids]],
  );
}

/** No longer held from that day on. */
export async function clorePermanence(
  tx: Tx,
  { id, version, des }: { readonly id: number; readonly version: number; readonly des: string },
): Promise<boolean> {
  const ecrites = await tx.query(
    `update permanence set periode = daterange(lower(periode), $3::date), version = version + 1
     where id = $1 and version = $2 and (upper_inf(periode) or upper(periode) > $3::date) returning id`,
    [id, version, des],
  );
  return ecrites.length > 0;
}

export async function suspendre(
  tx: Tx,
  exception: { readonly id: number; readonly jour: string; readonly motif: string | null },
): Promise<void> {
  await tx.query(
    `insert into permanence_exception (permanence_id, jour, motif) values ($1, $2, $3)
     on conflict (permanence_id, jour) do update set motif = excluded.motif`,
    [exception.id, exception.jour, exception.motif],
  );
}
