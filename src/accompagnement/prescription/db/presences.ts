import type { Tx } from "#platform/db/tx.ts";

/** Who is in an action at the end of a day: entered by then, and not out by then. */
const PRESENT =
  "annule_le is null and entre_le <= $2::date and (sorti_le is null or sorti_le > $2::date)";

export interface PresenceLue {
  readonly actionId: number;
  readonly entreLe: string;
}

/** Actions one person is in that day, the latest entry first. */
export function lirePresences(tx: Tx, personneId: number, le: string): Promise<PresenceLue[]> {
  return tx.query<PresenceLue>(
    `select action_id as "actionId", entre_le as "entreLe" from sejour
     where personne_id = $1 and ${PRESENT} order by entre_le desc, id desc`,
    [personneId, le],
  );
}

/** How many are in each of these actions that day; an empty action is absent. */
export async function compterPresents(
  tx: Tx,
  actions: readonly number[],
  le: string,
): Promise<ReadonlyMap<number, number>> {
  const lignes = await tx.query<{ actionId: number; presents: number }>(
    `select action_id as "actionId", count(*)::int as presents from sejour
     where action_id = any($1::int[]) and ${PRESENT} group by action_id`,
    [actions, le],
  );
  return new Map(lignes.map(({ actionId, presents }) => [actionId, presents]));
}
