import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { HabilitationEnVigueur } from "../domain/habilitation.ts";
import {
  type EtapeSession,
  expiration,
  INACTIVITE_MINUTES,
  PAS_DE_VISITE_SECONDES,
} from "../domain/session.ts";

export interface NouvelleSession {
  readonly jeton: Buffer;
  readonly agentId: number;
  readonly etape: EtapeSession;
  readonly adresse: string;
  readonly navigateur: string;
}

export async function ouvrirSession(tx: Tx, session: NouvelleSession, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO session (jeton, agent_id, etape, ouverte_le, vue_le, expire_le, adresse, navigateur)
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
    [
      session.jeton,
      session.agentId,
      session.etape,
      now,
      expiration(session.etape, now),
      session.adresse,
      session.navigateur,
    ],
  );
}

const VIVANTE = `fermee_le IS NULL AND expire_le > $2
  AND vue_le > $2::timestamptz - interval '${INACTIVITE_MINUTES} minutes'`;

export interface SessionOuverte {
  readonly sessionId: number;
  readonly agentId: number;
  readonly nom: string;
  readonly prenom: string;
  readonly motDePasseProvisoire: boolean;
  readonly vueLe: Date;
  readonly habilitations: readonly HabilitationEnVigueur[];
}

/** One query for each page: the session, its agent, and the rights in force that day. */
export async function sessionOuverte(
  tx: Tx,
  jeton: Buffer,
  now: Date,
  jour: string,
): Promise<SessionOuverte | undefined> {
  const [session] = await tx.query<SessionOuverte>(
    `SELECT s.id AS "sessionId", a.id AS "agentId", a.nom, a.prenom, s.vue_le AS "vueLe",
       a.mot_de_passe_provisoire AS "motDePasseProvisoire",
       COALESCE((SELECT jsonb_agg(jsonb_build_object('role', h.role, 'territoires', h.territoires, 'structures', h.structures))
         FROM habilitation h WHERE h.agent_id = a.id AND h.periode @> $3::date), '[]') AS habilitations
     FROM session s JOIN agent a ON a.id = s.agent_id
     WHERE s.jeton = $1 AND s.etape = 'ouverte' AND a.ferme_le IS NULL AND ${VIVANTE}`,
    [jeton, now, jour],
  );
  if (session && now.getTime() - session.vueLe.getTime() > PAS_DE_VISITE_SECONDES * 1000) {
    await tx.query("UPDATE session SET vue_le = $2 WHERE id = $1 AND vue_le < $2", [
      session.sessionId,
      now,
    ]);
  }
  return session;
}

export async function sessionEnAttente(
  tx: Tx,
  jeton: Buffer,
  now: Date,
): Promise<{ readonly id: number; readonly agentId: number } | undefined> {
  const [session] = await tx.query<{ id: number; agentId: number }>(
    `SELECT s.id, s.agent_id AS "agentId" FROM session s JOIN agent a ON a.id = s.agent_id
     WHERE s.jeton = $1 AND s.etape = 'second-facteur' AND a.ferme_le IS NULL AND ${VIVANTE} FOR UPDATE OF s`,
    [jeton, now],
  );
  return session;
}

export async function fermerSessionParJeton(tx: Tx, jeton: Buffer, now: Date): Promise<void> {
  await tx.query("UPDATE session SET fermee_le = $2 WHERE jeton = $1 AND fermee_le IS NULL", [
    jeton,
    now,
  ]);
}

export async function fermerSession(
  tx: Tx,
  agentId: number,
  sessionId: number,
  now: Date,
): Promise<void> {
  const rows = await tx.query(
    "UPDATE session SET fermee_le = $3 WHERE id = $2 AND agent_id = $1 AND fermee_le IS NULL RETURNING id",
    [agentId, sessionId, now],
  );
  if (rows.length === 0) {
    throw new DomainError("session.introuvable", "Cette session est déjà fermée.");
  }
}

/** Every session of the agent but the one kept. */
export async function fermerSessions(
  tx: Tx,
  agentId: number,
  sauf: Buffer | null,
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE session SET fermee_le = $3
     WHERE agent_id = $1 AND fermee_le IS NULL AND ($2::bytea IS NULL OR jeton <> $2)`,
    [agentId, sauf, now],
  );
}

export interface LigneSession {
  readonly id: number;
  readonly ouverteLe: Date;
  readonly vueLe: Date;
  readonly adresse: string;
  readonly navigateur: string;
  readonly courante: boolean;
}

export async function sessionsVivantes(
  tx: Tx,
  agentId: number,
  now: Date,
  courante: Buffer,
): Promise<readonly LigneSession[]> {
  return tx.query<LigneSession>(
    `SELECT id, ouverte_le AS "ouverteLe", vue_le AS "vueLe", adresse, navigateur, jeton = $3 AS courante
     FROM session WHERE agent_id = $1 AND etape = 'ouverte' AND ${VIVANTE} ORDER BY vue_le DESC`,
    [agentId, now, courante],
  );
}

/** What is over is kept a month, for the agent who asks when she last came. */
export async function purgerSessions(tx: Tx, agentId: number, now: Date): Promise<void> {
  await tx.query(
    "DELETE FROM session WHERE agent_id = $1 AND expire_le < $2::timestamptz - interval '30 days'",
    [agentId, now],
  );
}
