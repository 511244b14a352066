import type { Tx } from "#platform/db/tx.ts";
import type { Charges } from "../domain/offre.ts";

/**
 * Holds these structures until the end of the transaction: whoever decides for one of them waits, then counts
 * again. Taken in one order by everybody, so that two batches never wait for each other.
 */
export async function verrouillerStructures(tx: Tx, structures: Iterable<number>): Promise<void> {
  const ids = [...new Set(structures)].sort((a, b) => a - b);
  if (ids.length === 0) return;
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended(current_schema() || ':places:' || id::text, 0))
     from unnest($1::int[]) with ordinality as u(id, rang) order by rang`,
    [ids],
  );
}

/** One run of proposals at a time. */
export async function verrouillerPropositionsDuDepartement(tx: Tx): Promise<void> {
  await tx.query(
    "select pg_advisory_xact_lock(hashtextextended(current_schema() || ':propositions', 0))",
  );
}

/**
 * Who a structure really holds: every designation in force, whoever decided it. France Travail orients without our
 * places, a capacity may be lowered under who is there: they are followed all the same, and no place is left.
 */
export const SUIVIES = "designation where upper_inf(periode) and not annulee";

/** Persons followed today, by structure and type, and by référent. `attendues` counts the proposals too. */
export async function lireCharges(tx: Tx, attendues = false): Promise<Charges> {
  const source = attendues
    ? `select structure_id, type, referent_id from ${SUIVIES}
       union all select structure_id, type, referent_id from proposition
       where etape in ('proposee', 'transmise') and structure_id is not null`
    : `select structure_id, type, referent_id from ${SUIVIES}`;
  const structures = await tx.query<Charges["structures"][number]>(
    `select structure_id as "structureId", type, count(*)::int as suivies from (${source}) d group by 1, 2`,
  );
  const referents = await tx.query<Charges["referents"][number]>(
    `select referent_id as "referentId", count(*)::int as suivies from (${source}) d
     where referent_id is not null group by 1`,
  );
  return { structures, referents };
}
