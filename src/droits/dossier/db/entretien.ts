import type { Base, Tx } from "#platform/db/tx.ts";

/**
 * After a run that wrote much: the planner learns the sizes of what lists and searches read (autovacuum sees to the rest), and the names still waiting to enter
 * the search index enter it, so that the first search does not pay for the import.
 */
export async function entretenirApresImport(tx: Tx): Promise<void> {
  await tx.query("select gin_clean_pending_list('personne_par_recherche'::regclass)");
  await tx.query("analyze dossier, personne, membre, periode_droit, mouvement");
}

/** Once the run is committed: lists count from their indexes alone, which PostgreSQL allows after a VACUUM only. */
export function entretenirListes(base: Base): Promise<void> {
  return base.maintain(["situation_personne", "nom_connu"]);
}

/**
 * Early in a first import: without statistics the planner believes the tables empty, and reads them whole
 * at each batch. Those of the first thousands of rows hold for the rest, as densities do.
 */
export async function analyserPendantImport(tx: Tx): Promise<void> {
  const tables = await tx.query<{ nom: string }>(
    `select quote_ident(relname) as nom from pg_class where relnamespace = current_schema()::regnamespace
       and relkind = 'r' and relname <> 'declaration' and pg_relation_size(oid) > 100000 order by relname`,
  );
  if (tables.length > 0) await tx.query(`analyze ${tables.map(({ nom }) => nom).join(", ")}`);
}
