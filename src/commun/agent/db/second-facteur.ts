import type { Tx } from "#platform/db/tx.ts";

export interface SecondFacteur {
  readonly secret: Buffer;
  readonly confirmeLe: Date | null;
  readonly dernierPas: number | null;
}

export async function secondFacteurDe(tx: Tx, agentId: number): Promise<SecondFacteur | undefined> {
  const [row] = await tx.query<SecondFacteur>(
    `SELECT secret, confirme_le AS "confirmeLe", dernier_pas AS "dernierPas"
     FROM second_facteur WHERE agent_id = $1 FOR UPDATE`,
    [agentId],
  );
  return row;
}

/** A secret in use is never replaced by a proposal: it is switched off first. */
export async function proposerSecret(
  tx: Tx,
  agentId: number,
  secret: Buffer,
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO second_facteur (agent_id, secret, propose_le) VALUES ($1, $2, $3)
     ON CONFLICT (agent_id) DO UPDATE SET secret = EXCLUDED.secret, propose_le = EXCLUDED.propose_le
     WHERE second_facteur.confirme_le IS NULL`,
    [agentId, secret, now],
  );
}

export async function confirmerSecret(
  tx: Tx,
  agentId: number,
  pas: number,
  codes: readonly Buffer[],
  now: Date,
): Promise<void> {
  await tx.query(
    "UPDATE second_facteur SET confirme_le = $2, dernier_pas = $3 WHERE agent_id = $1",
    [agentId, now, pas],
  );
  await tx.query("DELETE FROM code_secours WHERE agent_id = $1", [agentId]);
  for (const code of codes) {
    await tx.query("INSERT INTO code_secours (agent_id, empreinte) VALUES ($1, $2)", [
      agentId,
      code,
    ]);
  }
}

export async function noterPas(tx: Tx, agentId: number, pas: number): Promise<void> {
  await tx.query("UPDATE second_facteur SET dernier_pas = $2 WHERE agent_id = $1", [agentId, pas]);
}

/** True once for each code. */
export async function utiliserCodeSecours(
  tx: Tx,
  agentId: number,
  empreinte: Buffer,
  now: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE code_secours SET utilise_le = $3
     WHERE agent_id = $1 AND empreinte = $2 AND utilise_le IS NULL RETURNING agent_id`,
    [agentId, empreinte, now],
  );
  return rows.length > 0;
}

export async function codesRestants(tx: Tx, agentId: number): Promise<number> {
  const [row] = await tx.query<{ nombre: number }>(
    `SELECT count(*)::integer AS nombre FROM code_secours WHERE agent_id = $1 AND utilise_le IS NULL`,
    [agentId],
  );
  return row?.nombre ?? 0;
}

export async function effacerSecondFacteur(tx: Tx, agentId: number): Promise<void> {
  await tx.query("DELETE FROM code_secours WHERE agent_id = $1", [agentId]);
  await tx.query("DELETE FROM second_facteur WHERE agent_id = $1", [agentId]);
}
