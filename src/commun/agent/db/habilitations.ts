import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { HabilitationEnVigueur } from "../domain/habilitation.ts";

export interface Habilitation extends HabilitationEnVigueur {
  readonly id: number;
  readonly agentId: number;
  readonly du: string | null;
  /** First day out of force. */
  readonly jusque: string | null;
  readonly enVigueur: boolean;
  readonly donneeLe: Date;
  readonly donneePar: string | null;
  readonly retireeLe: Date | null;
  readonly retireePar: string | null;
}

export async function habilitationsDe(
  tx: Tx,
  agentId: number,
  jour: string,
): Promise<readonly Habilitation[]> {
  return tx.query<Habilitation>(
    `SELECT h.id, h.agent_id AS "agentId", h.role, h.territoires, h.structures,
       lower(h.periode) AS du, upper(h.periode) AS jusque, h.periode @> $2::date AS "enVigueur",
       h.donnee_le AS "donneeLe", d.prenom || ' ' || d.nom AS "donneePar",
       h.retiree_le AS "retireeLe", r.prenom || ' ' || r.nom AS "retireePar"
     FROM habilitation h
     LEFT JOIN agent d ON d.id = h.donnee_par
     LEFT JOIN agent r ON r.id = h.retiree_par
     WHERE h.agent_id = $1
     ORDER BY (h.periode @> $2::date) DESC, h.id DESC`,
    [agentId, jour],
  );
}

export interface CompteOuvert {
  readonly nom: string;
  readonly prenom: string;
  readonly habilitations: readonly HabilitationEnVigueur[];
}

/** An account that is not closed, and the rights in force that day. */
export async function compteOuvert(
  tx: Tx,
  agentId: number,
  jour: string,
): Promise<CompteOuvert | null> {
  const [compte] = await tx.query<CompteOuvert>(
    `SELECT a.nom, a.prenom,
       COALESCE((SELECT jsonb_agg(jsonb_build_object('role', h.role, 'territoires', h.territoires, 'structures', h.structures))
         FROM habilitation h WHERE h.agent_id = a.id AND h.periode @> $2::date), '[]') AS habilitations
     FROM agent a WHERE a.id = $1 AND a.ferme_le IS NULL`,
    [agentId, jour],
  );
  return compte ?? null;
}

export interface NouvelleHabilitation extends HabilitationEnVigueur {
  readonly agentId: number;
  readonly du: string;
  readonly jusque: string | null;
  readonly donneePar: number | null;
}

export async function insererHabilitation(
  tx: Tx,
  habilitation: NouvelleHabilitation,
  now: Date,
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO habilitation (agent_id, role, territoires, structures, periode, donnee_par, donnee_le)
     VALUES ($1, $2, $3, $4, daterange($5::date, $6::date), $7, $8) RETURNING id`,
    [
      habilitation.agentId,
      habilitation.role,
      habilitation.territoires,
      habilitation.structures,
      habilitation.du,
      habilitation.jusque,
      habilitation.donneePar,
      now,
    ],
  );
  return row?.id ?? 0;
}

/** Out of force from this very day: a right withdrawn stops with the next page. */
export async function cloreHabilitation(
  tx: Tx,
  cible: { readonly id: number; readonly agentId: number },
  par: number | null,
  jour: string,
  now: Date,
): Promise<{ readonly role: string }> {
  const [row] = await tx.query<{ role: string }>(
    `UPDATE habilitation
     SET periode = periode * daterange(NULL, $3::date), retiree_par = $4, retiree_le = $5
     WHERE id = $1 AND agent_id = $2 AND retiree_le IS NULL RETURNING role`,
    [cible.id, cible.agentId, jour, par, now],
  );
  if (row) return row;
  throw new DomainError(
    "habilitation.introuvable",
    "Ce droit n’existe pas, ou il a déjà été retiré.",
  );
}

/** How many open accounts hold one of these roles on that day, this agent left out. */
export async function autresPorteurs(
  tx: Tx,
  roles: readonly string[],
  sauf: number,
  jour: string,
): Promise<number> {
  const [row] = await tx.query<{ nombre: number }>(
    `SELECT count(DISTINCT agent_id)::integer AS nombre FROM habilitation h JOIN agent a ON a.id = h.agent_id
     WHERE role = ANY($1) AND agent_id <> $2 AND a.ferme_le IS NULL AND periode @> $3::date`,
    [roles, sauf, jour],
  );
  return row?.nombre ?? 0;
}
