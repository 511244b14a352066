import type { Tx } from "#platform/db/tx.ts";

export interface Vue {
  readonly id: number;
  readonly nom: string;
  readonly adresse: string;
  readonly partagee: boolean;
  readonly mienne: boolean;
  readonly auteur: string;
}

/** The agent's own views of a list, then those shared by others. */
export async function readVues(
  tx: Tx,
  liste: string,
  agentId: number | null,
): Promise<readonly Vue[]> {
  return tx.query<Vue>(
    `SELECT id, nom, adresse, partagee, auteur_id IS NOT DISTINCT FROM $2::integer AS mienne,
            auteur_nom AS auteur
       FROM vue_liste
      WHERE liste = $1 AND (auteur_id = $2 OR partagee)
      ORDER BY mienne DESC, nom, id`,
    [liste, agentId],
  );
}

export interface NouvelleVue {
  readonly liste: string;
  readonly nom: string;
  readonly adresse: string;
  readonly partagee: boolean;
  readonly auteurId: number;
  readonly auteurNom: string;
  readonly le: Date;
}

/** The same name again, by the same agent, replaces the view. */
export async function upsertVue(tx: Tx, vue: NouvelleVue): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO vue_liste (liste, nom, adresse, auteur_id, auteur_nom, partagee, enregistree_le)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (auteur_id, liste, nom) DO UPDATE
        SET adresse = excluded.adresse, partagee = excluded.partagee,
            auteur_nom = excluded.auteur_nom, enregistree_le = excluded.enregistree_le
     RETURNING id`,
    [vue.liste, vue.nom, vue.adresse, vue.auteurId, vue.auteurNom, vue.partagee, vue.le],
  );
  return row?.id ?? 0;
}

/** Only the agent's own: false when there is no such view of theirs. */
export async function updatePartage(
  tx: Tx,
  id: number,
  auteurId: number,
  partagee: boolean,
): Promise<boolean> {
  const rows = await tx.query(
    "UPDATE vue_liste SET partagee = $3 WHERE id = $1 AND auteur_id = $2 RETURNING id",
    [id, auteurId, partagee],
  );
  return rows.length > 0;
}

export async function deleteVue(tx: Tx, id: number, auteurId: number): Promise<boolean> {
  const rows = await tx.query(
    "DELETE FROM vue_liste WHERE id = $1 AND auteur_id = $2 RETURNING id",
    [id, auteurId],
  );
  return rows.length > 0;
}

export async function readColonnes(
  tx: Tx,
  liste: string,
  agentId: number | null,
): Promise<readonly string[] | null> {
  const [row] = await tx.query<{ colonnes: string[] }>(
    "SELECT colonnes FROM colonnes_retenues WHERE agent_id = $1 AND liste = $2",
    [agentId, liste],
  );
  return row?.colonnes ?? null;
}

export async function upsertColonnes(
  tx: Tx,
  liste: string,
  agentId: number,
  colonnes: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO colonnes_retenues (agent_id, liste, colonnes) VALUES ($1, $2, $3)
     ON CONFLICT (agent_id, liste) DO UPDATE SET colonnes = excluded.colonnes`,
    [agentId, liste, colonnes],
  );
}

export async function deleteColonnes(tx: Tx, liste: string, agentId: number): Promise<void> {
  await tx.query("DELETE FROM colonnes_retenues WHERE agent_id = $1 AND liste = $2", [
    agentId,
    liste,
  ]);
}
