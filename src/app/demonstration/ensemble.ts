import type { Tx } from "#platform/db/tx.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";

/** Acts kept together or not at all: each is a savepoint, so that one refused leaves the others. */
export function ensemble(deps: Deps, mener: (deps: Deps) => Promise<void>): Promise<void> {
  return deps.base.transaction((tx) => {
    const transaction = async <Fait>(acte: (tx: Tx) => Promise<Fait>): Promise<Fait> => {
      await tx.query("savepoint acte");
      try {
        const fait = await acte(tx);
        await tx.query("release savepoint acte");
        return fait;
      } catch (refus) {
        await tx.query("rollback to savepoint acte");
        throw refus;
      }
    };
    return mener({ ...deps, base: { ...deps.base, transaction } });
  });
}

/**
 * What these acts have written is not seen by who keeps statistics of tables before all is kept: told here, or
 * the planner takes thousands of rows for none, and crosses whole indexes for each act.
 */
export async function connaitreLesTailles(deps: Deps): Promise<void> {
  await deps.base.transaction(async (tx) => {
    const tables = await tx.query<{ nom: string }>(
      `select quote_ident(t.relname) as nom from pg_stat_xact_user_tables t join pg_class c on c.oid = t.relid
       where t.schemaname = current_schema()
         and t.n_tup_ins + t.n_tup_upd > greatest(200, c.reltuples / 5)
       order by 1`,
    );
    if (tables.length > 0) await tx.query(`analyze ${tables.map(({ nom }) => nom).join(", ")}`);
  });
}
