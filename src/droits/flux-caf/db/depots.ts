import type { Tx } from "#platform/db/tx.ts";

/** Names the file kept for a run; gives the name of the one it replaces. */
export async function changerDepot(
  tx: Tx,
  id: number,
  depot: string | null,
): Promise<string | null> {
  const [avant] = await tx.query<{ depot: string | null }>(
    "select depot from integration where id = $1 for update",
    [id],
  );
  await tx.query("update integration set depot = $2 where id = $1", [id, depot]);
  return avant?.depot ?? null;
}

export interface Depot {
  readonly id: number;
  readonly depot: string;
  readonly fichier: string;
  readonly agentId: number | null;
  readonly agentNom: string;
}

const COLONNES = `id, depot, fichier, agent_id as "agentId", agent_nom as "agentNom"`;

/** The file kept for a run that is not ended. */
export async function lireDepot(tx: Tx, id: number): Promise<Depot | null> {
  const [ligne] = await tx.query<Depot>(
    `select ${COLONNES} from integration where id = $1 and etat = 'en-cours' and depot is not null`,
    [id],
  );
  return ligne ?? null;
}

/** Runs begun or to begin whose file is kept: what a worker takes up when it starts. */
export function lireDepotsEnCours(tx: Tx): Promise<Depot[]> {
  return tx.query<Depot>(
    `select ${COLONNES} from integration where etat = 'en-cours' and depot is not null order by id`,
  );
}
