import {
  afterFailure,
  blockedUntil,
  type Failures,
  type RateLimit,
} from "#platform/auth/rate-limit.ts";
import type { Tx } from "#platform/db/tx.ts";

/**
 * Refuses while blocked. The row is locked until the attempt is judged: a hundred guesses
 * sent together on one account wait for one another instead of all passing before the first is counted.
 */
export async function attenteAvantEssai(
  tx: Tx,
  cle: Buffer,
  limite: RateLimit,
  now: Date,
  verrouiller: boolean,
): Promise<Date | null> {
  if (verrouiller) {
    await tx.query(
      `INSERT INTO tentative_connexion (cle, echecs, dernier_le) VALUES ($1, 0, $2)
       ON CONFLICT (cle) DO NOTHING`,
      [cle, now],
    );
  }
  return blockedUntil(limite, await lire(tx, cle, verrouiller), now);
}

export async function compterEchec(
  tx: Tx,
  cle: Buffer,
  limite: RateLimit,
  now: Date,
): Promise<void> {
  const { count, lastAt } = afterFailure(limite, await lire(tx, cle, true), now);
  await tx.query(
    `INSERT INTO tentative_connexion (cle, echecs, dernier_le) VALUES ($1, $2, $3)
     ON CONFLICT (cle) DO UPDATE SET echecs = EXCLUDED.echecs, dernier_le = EXCLUDED.dernier_le`,
    [cle, count, lastAt],
  );
}

export async function oublierEchecs(tx: Tx, cle: Buffer, now: Date): Promise<void> {
  await tx.query("DELETE FROM tentative_connexion WHERE cle = $1", [cle]);
  await tx.query(
    `DELETE FROM tentative_connexion WHERE cle IN (
       SELECT cle FROM tentative_connexion WHERE dernier_le < $1::timestamptz - interval '2 days'
       LIMIT 100 FOR UPDATE SKIP LOCKED)`,
    [now],
  );
}

async function lire(tx: Tx, cle: Buffer, verrouiller: boolean): Promise<Failures | null> {
  const [row] = await tx.query<Failures>(
    `SELECT echecs AS count, dernier_le AS "lastAt" FROM tentative_connexion WHERE cle = $1
     ${verrouiller ? "FOR UPDATE" : ""}`,
    [cle],
  );
  return row ?? null;
}
