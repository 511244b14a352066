import type { Tx } from "#platform/db/tx.ts";
import type { Heures } from "../domain/creneaux.ts";

export interface Salle {
  readonly id: number;
  readonly nom: string;
  readonly places: number | null;
  readonly version: number;
}

export interface HeuresOuvertes extends Heures {
  readonly jour: number;
}

export interface PeriodeHoraires {
  readonly du: string;
  readonly jusque: string | null;
  readonly heures: readonly HeuresOuvertes[];
}

export interface Lieu {
  readonly id: number;
  readonly structureId: number;
  readonly nom: string;
  readonly adresse: string | null;
  readonly codePostal: string | null;
  readonly commune: string | null;
  readonly telephone: string | null;
  readonly acces: string | null;
  readonly version: number;
  readonly salles: readonly Salle[];
  /** In the order of time; empty when the place follows the hours of the département. */
  readonly horaires: readonly PeriodeHoraires[];
}

/** Places of these structures that are open, with their rooms and hours. */
export function lieuxDe(tx: Tx, structures: readonly number[]): Promise<Lieu[]> {
  return tx.query<Lieu>(
    `select l.id, l.structure_id as "structureId", l.nom, l.adresse, l.code_postal as "codePostal", l.commune,
       l.telephone, l.acces, l.version,
       coalesce((select json_agg(json_build_object('id', s.id, 'nom', s.nom, 'places', s.places, 'version', s.version)
         order by s.nom) from salle s where s.lieu_id = l.id and s.fermee_le is null), '[]') as salles,
       coalesce((select json_agg(json_build_object('du', h.du, 'jusque', h.jusque, 'heures', h.heures) order by h.du)
         from (select lower(periode)::text as du, upper(periode)::text as jusque,
             json_agg(json_build_object('jour', jour, 'de', lower(heures), 'a', upper(heures)) order by jour, heures) as heures
           from horaire where lieu_id = l.id group by periode) h), '[]') as horaires
     from lieu l where l.structure_id = any($1::int[]) and l.ferme_le is null order by l.nom, l.id`,
    [[...structures]],
  );
}

export interface LieuSaisi {
  readonly structureId: number;
  readonly nom: string;
  readonly adresse: string | null;
  readonly codePostal: string | null;
  readonly commune: string | null;
  readonly telephone: string | null;
  readonly acces: string | null;
}

const colonnes = (lieu: LieuSaisi) => [
  ...[lieu.structureId, lieu.nom, lieu.adresse, lieu.codePostal],
  ...[lieu.commune, lieu.telephone, lieu.acces],
];

/** Null when this structure already has a place of this name. */
export async function insererLieu(tx: Tx, lieu: LieuSaisi): Promise<number | null> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into lieu (structure_id, nom, adresse, code_postal, commune, telephone, acces)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    colonnes(lieu),
  );
  return ligne?.id ?? null;
}

/** Writes only over the version that was read. */
export async function ecrireLieu(
  tx: Tx,
  id: number,
  version: number,
  lieu: LieuSaisi,
): Promise<boolean> {
  const ecrites = await tx.query(
    `update lieu set (nom, adresse, code_postal, commune, telephone, acces, version)
       = ($4, $5, $6, $7, $8, $9, version + 1)
     where id = $1 and version = $2 and structure_id = $3 returning id`,
    [id, version, ...colonnes(lieu)],
  );
  return ecrites.length > 0;
}

/** The structure of a place, and of its room when one is asked for; null when either is not. */
export async function structureDuLieu(tx: Tx, lieuId: number): Promise<number | null> {
  const [ligne] = await tx.query<{ structureId: number }>(
    `select structure_id as "structureId" from lieu where id = $1 and ferme_le is null`,
    [lieuId],
  );
  return ligne?.structureId ?? null;
}

export async function insererSalle(
  tx: Tx,
  {
    lieuId,
    nom,
    places,
  }: { readonly lieuId: number; readonly nom: string; readonly places: number | null },
): Promise<number | null> {
  const [ligne] = await tx.query<{ id: number }>(
    "insert into salle (lieu_id, nom, places) values ($1, $2, $3) on conflict do nothing returning id",
    [lieuId, nom, places],
  );
  return ligne?.id ?? null;
}

/** New hours from a day on: the ones before keep the days before. */
export async function direHoraires(
  tx: Tx,
  lieuId: number,
  depuis: string,
  heures: readonly HeuresOuvertes[],
): Promise<void> {
  await tx.query("delete from horaire where lieu_id = $1 and lower(periode) >= $2::date", [
    lieuId,
    depuis,
  ]);
  await tx.query(
    `update horaire set periode = daterange(lower(periode), $2::date)
     where lieu_id = $1 and periode @> $2::date`,
    [lieuId, depuis],
  );
  await tx.query(
    `insert into horaire (lieu_id, jour, heures, periode)
     select $1, h.jour, int4range(h.de, h.a), daterange($2::date, null)
     from jsonb_to_recordset($3::jsonb) as h(jour int, de int, a int)`,
    [lieuId, depuis, JSON.stringify(heures)],
  );
}
