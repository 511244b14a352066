import type { Failures } from "#platform/auth/rate-limit.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Fenetre } from "../domain/jours.ts";

export interface Abonnement {
  readonly id: number;
  readonly agentId: number;
  /** The whole structure; null for the agent alone. */
  readonly structureId: number | null;
  readonly libelle: string;
  readonly creeLe: Date;
  readonly luLe: Date | null;
}

const COLONNES = `id, agent_id as "agentId", structure_id as "structureId", libelle, cree_le as "creeLe", lu_le as "luLe"`;

export async function insererAbonnement(
  tx: Tx,
  nouveau: {
    readonly agentId: number;
    readonly structureId: number | null;
    readonly libelle: string;
    readonly le: Date;
    readonly empreinte: Buffer;
  },
): Promise<void> {
  await tx.query(
    `insert into abonnement_agenda (jeton_empreinte, agent_id, structure_id, libelle, cree_le)
     values ($1, $2, $3, $4, $5)`,
    [nouveau.empreinte, nouveau.agentId, nouveau.structureId, nouveau.libelle, nouveau.le],
  );
}

export function abonnementsDe(tx: Tx, agentId: number): Promise<Abonnement[]> {
  return tx.query<Abonnement>(
    `select ${COLONNES} from abonnement_agenda where agent_id = $1 and revoque_le is null order by id desc`,
    [agentId],
  );
}

export async function revoquer(
  tx: Tx,
  { id, agentId, le }: { readonly id: number; readonly agentId: number; readonly le: Date },
): Promise<boolean> {
  const lignes = await tx.query(
    "update abonnement_agenda set revoque_le = $3 where id = $1 and agent_id = $2 and revoque_le is null returning id",
    [id, agentId, le],
  );
  return lignes.length > 0;
}

export async function abonnementDuJeton(
  tx: Tx,
  empreinte: Buffer,
  le: Date,
): Promise<Abonnement | null> {
  const [abonnement] = await tx.query<Abonnement>(
    `update abonnement_agenda set lu_le = $2 where jeton_empreinte = $1 and revoque_le is null returning ${COLONNES}`,
    [empreinte, le],
  );
  return abonnement ?? null;
}

export async function echecsDe(tx: Tx, adresse: string): Promise<Failures | null> {
  const [echecs] = await tx.query<Failures>(
    `select nombre as count, dernier_le as "lastAt" from abonnement_echec where adresse = $1`,
    [adresse],
  );
  return echecs ?? null;
}

/** Days an address is remembered for what it got wrong: it is personal data, and the slowing down has long ended. */
const OUBLI_JOURS = 2;

export async function noterEchec(
  tx: Tx,
  adresse: string,
  { count, lastAt }: Failures,
): Promise<void> {
  await tx.query(
    `insert into abonnement_echec (adresse, nombre, dernier_le) values ($1, $2, $3)
     on conflict (adresse) do update set nombre = excluded.nombre, dernier_le = excluded.dernier_le`,
    [adresse, count, lastAt],
  );
  await tx.query(
    "delete from abonnement_echec where dernier_le < $1::timestamptz - make_interval(days => $2)",
    [lastAt, OUBLI_JOURS],
  );
}

export interface RendezVousDuCalendrier {
  readonly id: number;
  readonly structureId: number;
  readonly sequence: number;
  readonly motif: string;
  readonly debut: Date;
  readonly fin: Date;
  readonly lieuId: number | null;
  readonly annule: boolean;
  readonly personnes: readonly number[];
}

/** Those cancelled too: a calendar that has read one must hear of it. */
export function rendezVousDuCalendrier(
  tx: Tx,
  {
    structureId,
    referents,
    debut,
    fin,
  }: Fenetre & { readonly structureId: number | null; readonly referents: readonly number[] },
): Promise<RendezVousDuCalendrier[]> {
  return tx.query<RendezVousDuCalendrier>(
    `select r.id, r.structure_id as "structureId", r.sequence, r.motif, lower(r.creneau) as debut, upper(r.creneau) as fin,
       r.lieu_id as "lieuId", r.statut = 'annule' as annule,
       array(select p.personne_id from rendez_vous_personne p where p.rendez_vous_id = r.id and p.statut <> 'annule') as personnes
     from rendez_vous r
     where r.jour >= $3::date and r.jour < $4::date and (r.structure_id = $1::int or r.referent_id = any($2::int[]))
     order by r.id`,
    [structureId, [...referents], debut, fin],
  );
}
