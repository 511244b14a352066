import type { Tx } from "#platform/db/tx.ts";

/**
 * After a run that wrote much: the planner learns the sizes of what lists and searches read (autovacuum sees to the rest), and the names still waiting to enter
 * the search index enter it, so that the first search does not pay for the import.
 */
export async function entretenirApresImport(tx: Tx): Promise<void> {
  await tx.query("select gin_clean_pending_list('personne_par_recherche'::regclass)");
  await tx.query("analyze dossier, personne, membre, periode_droit, mouvement, situation_personne");
}
