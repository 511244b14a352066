import type { Tx } from "#platform/db/tx.ts";

/** Every index, constraint and setting of the tables of a département. */
export async function structure(tx: Tx): Promise<readonly string[]> {
  const lignes = await tx.query<{ dit: string }>(
    `select regexp_replace(pg_get_indexdef(i.indexrelid), ' ON \\S+ USING', ' ON ' || c.relname || ' USING') as dit
     from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = current_schema()::regnamespace
     union all
     select concat_ws(' ', c.relname, k.conname, pg_get_constraintdef(k.oid), k.convalidated)
     from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace = current_schema()::regnamespace
     union all
     select concat_ws(' ', relname, reloptions::text) from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'r'
     order by 1`,
  );
  return lignes.map(({ dit }) => dit);
}
