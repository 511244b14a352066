import type { Tx } from "#platform/db/tx.ts";

interface Passages {
  readonly structureId: number;
  /** First day of the month. */
  readonly mois: string;
  /** Designations begun that month, less those ended. */
  readonly solde: number;
}

/**
 * Persons followed by each structure on the first day of these months, then today. Reads only what changed since
 * the first of them, and goes back from today.
 */
export async function lireHistoriqueCharges(
  tx: Tx,
  { mois, type }: { readonly mois: readonly string[]; readonly type: string },
  aujourdhui: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const passages = await tx.query<Passages>(
    `select structure_id as "structureId", to_char(mois, 'YYYY-MM-DD') as mois, sum(solde)::int as solde from (
       select structure_id, date_trunc('month', lower(periode)) as mois, count(*) as solde from designation
       where not annulee and lower(periode) >= $1::date and ($2 = '' or type = $2) group by 1, 2
       union all
       select structure_id, date_trunc('month', upper(periode)), -count(*) from designation
       where not annulee and not upper_inf(periode) and upper(periode) >= $1::date and ($2 = '' or type = $2) group by 1, 2
     ) p group by 1, 2`,
    [mois[0] ?? "infinity", type],
  );
  const parStructure = Map.groupBy(passages, ({ structureId }) => structureId);
  const structures = new Set([...aujourdhui.keys(), ...parStructure.keys()]);
  return new Map(
    [...structures].map((id) => {
      const siens = parStructure.get(id) ?? [];
      const present = aujourdhui.get(id) ?? 0;
      const avant = mois.map((jour) =>
        siens.filter((un) => un.mois >= jour).reduce((reste, { solde }) => reste - solde, present),
      );
      return [id, [...avant, present]] as const;
    }),
  );
}
