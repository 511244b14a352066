import { always, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { MotifAbsence } from "../domain/libelles.ts";
import type { Periode } from "../domain/periodes.ts";
import { conditionStructures, lire } from "./portee.ts";

export interface ReferentSaisi {
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly fonction: string;
  readonly courriel: string | null;
  readonly telephone: string | null;
  readonly etp: number;
  readonly places: number | null;
  readonly agentId: number | null;
}

export interface Absence extends Periode {
  readonly id: number;
  readonly motif: MotifAbsence;
  readonly remplaceParId: number | null;
  readonly remplacePar: string | null;
}

export interface FicheReferent extends ReferentSaisi, Periode {
  readonly id: number;
  readonly structureId: number;
  readonly structure: string;
  readonly version: number;
  /** Under way and to come, and those of the past, the latest first. */
  readonly absences: readonly Absence[];
}

const ABSENCES = `coalesce((select json_agg(json_build_object('id', a.id, 'du', lower(a.periode)::text,
    'jusque', upper(a.periode)::text, 'motif', a.motif, 'remplaceParId', a.remplace_par_id,
    'remplacePar', q.prenom || ' ' || q.nom) order by lower(a.periode) desc)
  from absence_referent a left join referent q on q.id = a.remplace_par_id where a.referent_id = r.id), '[]') as absences`;

const FICHE =
  raw(`r.id, r.structure_id as "structureId", s.nom as structure, r.qualite, r.nom, r.prenom, r.fonction,
  r.courriel, r.telephone, r.etp, r.places, r.agent_id as "agentId", lower(r.periode) as du, upper(r.periode) as jusque,
  r.version, ${ABSENCES}`);

export function referentsVus(
  tx: Tx,
  portee: Portee,
  {
    le,
    structureId,
    agentId = null,
  }: {
    readonly le: string;
    readonly structureId: number | null;
    readonly agentId?: number | null;
  },
): Promise<FicheReferent[]> {
  return lire<FicheReferent>(
    tx,
    sql`select ${FICHE} from referent r join structure s on s.id = r.structure_id
      where ${conditionStructures(portee, le, "s")} and ${siDonne("s.id", structureId)}
        and ${siDonne("r.agent_id", agentId)}
      order by r.nom, r.prenom, r.id`,
  );
}

function siDonne(colonne: string, valeur: number | null): Sql {
  return valeur === null ? always : sql`${raw(colonne)} = ${valeur}::int`;
}

/** @throws DomainError `referent.introuvable` when she is not, or her structure is out of the reader's perimeter */
export async function trouverReferent(
  tx: Tx,
  portee: Portee,
  {
    id,
    le,
    verrou = false,
  }: { readonly id: number; readonly le: string; readonly verrou?: boolean },
): Promise<FicheReferent> {
  const [fiche] = await lire<FicheReferent>(
    tx,
    sql`select ${FICHE} from referent r join structure s on s.id = r.structure_id
      where r.id = ${id} and ${conditionStructures(portee, le, "s")} ${raw(verrou ? "for update of r" : "")}`,
  );
  if (fiche) return fiche;
  throw new DomainError(
    "referent.introuvable",
    "Ce référent n’existe pas, ou sa structure n’intervient pas sur votre périmètre. Revenez à la liste des structures.",
  );
}

export async function insererReferent(
  tx: Tx,
  structureId: number,
  referent: ReferentSaisi,
  du: string,
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into referent (structure_id, qualite, nom, prenom, fonction, courriel, telephone, etp, places, agent_id, periode)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, daterange($11::date, null)) returning id`,
    [structureId, ...colonnes(referent), du],
  );
  return ligne?.id ?? 0;
}

/** Writes only over the version that was read. */
export async function ecrireReferent(
  tx: Tx,
  id: number,
  version: number,
  referent: ReferentSaisi,
): Promise<boolean> {
  const ecrites = await tx.query(
    `update referent set (qualite, nom, prenom, fonction, courriel, telephone, etp, places, agent_id, version)
       = ($3, $4, $5, $6, $7, $8, $9, $10, $11, version + 1)
     where id = $1 and version = $2 returning id`,
    [id, version, ...colonnes(referent)],
  );
  return ecrites.length > 0;
}

/** Gone from that day; what was planned of her absences after it does not stand. */
export async function cloreReferent(tx: Tx, id: number, des: string): Promise<void> {
  await tx.query(
    "update referent set periode = daterange(lower(periode), $2::date), version = version + 1 where id = $1",
    [id, des],
  );
  await tx.query(
    "delete from absence_referent where referent_id = $1 and lower(periode) >= $2::date",
    [id, des],
  );
  await tx.query(
    "update absence_referent set periode = periode * daterange(null, $2::date) where referent_id = $1",
    [id, des],
  );
}

export async function insererAbsence(
  tx: Tx,
  referentId: number,
  absence: Pick<Absence, "du" | "jusque" | "motif" | "remplaceParId">,
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into absence_referent (referent_id, periode, motif, remplace_par_id)
     values ($1, daterange($2::date, $3::date), $4, $5) returning id`,
    [referentId, absence.du, absence.jusque, absence.motif, absence.remplaceParId],
  );
  return ligne?.id ?? 0;
}

export async function referentDeAbsence(tx: Tx, absenceId: number): Promise<number | null> {
  const [ligne] = await tx.query<{ id: number }>(
    "select referent_id as id from absence_referent where id = $1",
    [absenceId],
  );
  return ligne?.id ?? null;
}

/** Back on that day; an absence that has not begun is called off. */
export async function ecourterAbsence(tx: Tx, absenceId: number, reprise: string): Promise<void> {
  await tx.query("delete from absence_referent where id = $1 and lower(periode) >= $2::date", [
    absenceId,
    reprise,
  ]);
  await tx.query(
    "update absence_referent set periode = periode * daterange(null, $2::date) where id = $1",
    [absenceId, reprise],
  );
}

function colonnes(referent: ReferentSaisi): readonly unknown[] {
  const { qualite, nom, prenom, fonction, courriel, telephone, etp, places, agentId } = referent;
  return [qualite, nom, prenom, fonction, courriel, telephone, etp, places, agentId];
}
