import { conditionAction } from "#offre/catalogue";
import { render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";

/** What a session takes from its action. */
export interface ActionDeSeance {
  readonly id: number;
  readonly nom: string;
  readonly structureId: number;
  readonly territoireId: number;
}

function lire(tx: Tx, condition: Sql): Promise<ActionDeSeance[]> {
  const { text, values } = render(sql`select a.id, a.nom, a.structure_id as "structureId",
      a.territoire_id as "territoireId" from action a where ${condition} order by a.nom, a.id`);
  return tx.query<ActionDeSeance>(text, values);
}

/** The actions this reader may hold a session of. */
export function actionsTenues(
  tx: Tx,
  portee: Portee,
  le: string,
): Promise<readonly ActionDeSeance[]> {
  return lire(
    tx,
    sql`${conditionAction(portee)} and (upper_inf(a.periode) or upper(a.periode) > ${le}::date)`,
  );
}

export function nommerActions(tx: Tx, ids: readonly number[]): Promise<readonly ActionDeSeance[]> {
  return ids.length === 0 ? Promise.resolve([]) : lire(tx, sql`a.id = any(${[...ids]}::int[])`);
}
