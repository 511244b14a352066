import { placesPrises } from "#offre/participation";
import { render, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";

/** Places taken at the end of a day, by action. */
export async function lirePrises(
  tx: Tx,
  actions: readonly number[],
  le: string,
): Promise<ReadonlyMap<number, number>> {
  const { text, values } = render(
    sql`select a.id, ${placesPrises("a.id", "jour.le")} as prises
      from unnest(${[...actions]}::int[]) as a(id) cross join (select ${le}::date as le) jour`,
  );
  const lignes = await tx.query<{ id: number; prises: number }>(text, values);
  return new Map(lignes.map(({ id, prises }) => [id, prises]));
}
