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
