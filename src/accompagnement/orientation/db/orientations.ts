import type { Dominante } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import type { CodeRegime } from "../domain/regime.ts";

export type OrigineOrientation = "initiale" | "reorientation" | "france-travail";

export interface NouvelleOrientation {
  readonly personneId: number;
  readonly dossierId: number;
  readonly type: string;
  readonly dominante: Dominante;
  readonly structureId: number;
  readonly referentId: number | null;
  readonly origine: OrigineOrientation;
  readonly regime: CodeRegime;
  readonly le: string;
  readonly par: number | null;
  readonly decideur: string;
  readonly motifEcart: string | null;
  readonly propositionId: number | null;
  readonly demandeId: number | null;
}

export interface OrientationEcrite {
  readonly orientationId: number;
  readonly personneId: number;
}

/** Orientations decided, with their structure and référent, from their day on. */
export async function inscrireOrientations(
  tx: Tx,
  nouvelles: readonly NouvelleOrientation[],
): Promise<readonly OrientationEcrite[]> {
  if (nouvelles.length === 0) return [];
  return tx.query<OrientationEcrite>(
    `with n as (
       select * from jsonb_to_recordset($1::jsonb) as n("personneId" int, "dossierId" int, type text, dominante text,
         "structureId" int, "referentId" int, origine text, regime text, le date, par int, decideur text,
         "motifEcart" text, "propositionId" int, "demandeId" int)
     ),
     o as (
       insert into orientation (personne_id, dossier_id, type, dominante, origine, regime, decidee_le, decidee_par,
         decideur, motif_ecart, proposition_id, demande_id, periode)
       select "personneId", "dossierId", type, dominante, origine, regime, le, par, decideur, "motifEcart",
         "propositionId", "demandeId", daterange(le, null)
       from n order by "personneId"
       returning id, personne_id
     ),
     d as (
       insert into designation (personne_id, orientation_id, type, structure_id, referent_id, le, par, periode)
       select n."personneId", o.id, n.type, n."structureId", n."referentId", n.le, n.par, daterange(n.le, null)
       from n join o on o.personne_id = n."personneId"
       order by n."personneId"
     )
     select id as "orientationId", personne_id as "personneId" from o`,
    [JSON.stringify(nouvelles)],
  );
}

export interface Fin {
  readonly personneId: number;
  readonly le: string;
}

/**
 * Ends what is in force for these persons, each on her day. What began that same day or later was never lived:
 * it is kept, said void.
 */
export async function cloreOrientations(
  tx: Tx,
  fins: readonly Fin[],
  motif: string,
): Promise<readonly number[]> {
  if (fins.length === 0) return [];
  const fermees = await tx.query<{ personneId: number }>(
    `update orientation o set
       annulee = lower(o.periode) >= f.le,
       periode = case when lower(o.periode) >= f.le then o.periode else daterange(lower(o.periode), f.le) end,
       motif_fin = $3, version = o.version + 1
     from unnest($1::int[], $2::date[]) as f(personne, le)
     where o.personne_id = f.personne and upper_inf(o.periode) and not o.annulee
     returning o.personne_id as "personneId"`,
    [fins.map(({ personneId }) => personneId), fins.map(({ le }) => le), motif],
  );
  await cloreDesignations(tx, fins);
  return fermees.map(({ personneId }) => personneId);
}

export async function cloreDesignations(tx: Tx, fins: readonly Fin[]): Promise<void> {
  await tx.query(
    `update designation d set
       annulee = lower(d.periode) >= f.le,
       periode = case when lower(d.periode) >= f.le then d.periode else daterange(lower(d.periode), f.le) end
     from unnest($1::int[], $2::date[]) as f(personne, le)
     where d.personne_id = f.personne and upper_inf(d.periode) and not d.annulee`,
    [fins.map(({ personneId }) => personneId), fins.map(({ le }) => le)],
  );
}

export interface NouvelleDesignation {
  readonly personneId: number;
  readonly orientationId: number;
  readonly type: string;
  readonly structureId: number;
  readonly referentId: number | null;
  readonly le: string;
  readonly par: number | null;
  readonly motif: string | null;
}

export async function inscrireDesignations(
  tx: Tx,
  nouvelles: readonly NouvelleDesignation[],
): Promise<void> {
  if (nouvelles.length === 0) return;
  await tx.query(
    `insert into designation (personne_id, orientation_id, type, structure_id, referent_id, le, par, motif, periode)
     select "personneId", "orientationId", type, "structureId", "referentId", le, par, motif, daterange(le, null)
     from jsonb_to_recordset($1::jsonb) as n("personneId" int, "orientationId" int, type text, "structureId" int,
       "referentId" int, le date, par int, motif text) order by "personneId"`,
    [JSON.stringify(nouvelles)],
  );
}

export interface OrientationEnCours {
  readonly orientationId: number;
  readonly personneId: number;
  readonly dossierId: number;
  readonly type: string;
  readonly dominante: Dominante;
  readonly regime: CodeRegime;
  readonly decideeLe: string;
  readonly notifieeLe: string | null;
  readonly version: number;
  readonly designationId: number;
  readonly structureId: number;
  readonly referentId: number | null;
  readonly designeeLe: string;
}

const enCours = `o.id as "orientationId", o.personne_id as "personneId", o.dossier_id as "dossierId", o.type, o.dominante,
  o.regime, o.decidee_le as "decideeLe", o.notifiee_le as "notifieeLe", o.version, d.id as "designationId",
  d.structure_id as "structureId", d.referent_id as "referentId", d.le as "designeeLe"
  from orientation o
  join designation d on d.orientation_id = o.id and upper_inf(d.periode) and not d.annulee
  where upper_inf(o.periode) and not o.annulee`;

/** What is in force for these persons, held until the end of the transaction. */
export function verrouillerOrientationsDe(
  tx: Tx,
  personnes: readonly number[],
): Promise<OrientationEnCours[]> {
  return tx.query<OrientationEnCours>(
    `select ${enCours} and o.personne_id = any($1::int[]) order by o.personne_id for update of o, d`,
    [personnes],
  );
}

/** Everybody entrusted to a référent, held. */
export function verrouillerPortefeuille(tx: Tx, referentId: number): Promise<OrientationEnCours[]> {
  return tx.query<OrientationEnCours>(
    `select ${enCours} and d.referent_id = $1 order by o.personne_id for update of o, d`,
    [referentId],
  );
}

export async function marquerNotifiees(
  tx: Tx,
  orientations: readonly number[],
  { le, moyen }: { readonly le: string; readonly moyen: string },
): Promise<void> {
  await tx.query(
    `update orientation set notifiee_le = $2, notification_moyen = $3, version = version + 1
     where id = any($1::int[])`,
    [orientations, le, moyen],
  );
}

/** The structure that followed each of these persons last, of everybody without them, when none does now. */
export async function dernieresStructures(
  tx: Tx,
  personnes: readonly number[] | null,
): Promise<ReadonlyMap<number, number>> {
  const lignes = await tx.query<{ personneId: number; structureId: number }>(
    `select distinct on (personne_id) personne_id as "personneId", structure_id as "structureId"
     from designation where not annulee and ($1::int[] is null or personne_id = any($1::int[]))
     order by personne_id, lower(periode) desc`,
    [personnes],
  );
  return new Map(lignes.map(({ personneId, structureId }) => [personneId, structureId]));
}
