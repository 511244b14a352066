import type { Tx } from "#platform/db/tx.ts";
import { type Correspondance, estChamp } from "../domain/champs.ts";

export type ChampNomme = "action" | "nature-sortie";

export interface MotRetenu {
  readonly champ: ChampNomme;
  readonly mot: string;
  readonly sens: string;
}

export async function lireColonnes(tx: Tx, structureId: number): Promise<Correspondance> {
  const colonnes = await tx.query<{ entete: string; champ: string | null }>(
    "select entete, champ from colonne_tableur where structure_id = $1",
    [structureId],
  );
  return Object.fromEntries(
    colonnes.map(({ entete, champ }) => [entete, champ !== null && estChamp(champ) ? champ : null]),
  );
}

export function lireMots(tx: Tx, structureId: number): Promise<MotRetenu[]> {
  return tx.query<MotRetenu>(
    "select champ, mot, sens from mot_tableur where structure_id = $1 order by champ, mot",
    [structureId],
  );
}

export async function retenirColonnes(
  tx: Tx,
  structureId: number,
  colonnes: Correspondance,
): Promise<void> {
  await tx.query(
    `insert into colonne_tableur (structure_id, entete, champ)
     select $1, entete, champ from unnest($2::text[], $3::text[]) as t(entete, champ)
     on conflict (structure_id, entete) do update set champ = excluded.champ`,
    [structureId, Object.keys(colonnes), Object.values(colonnes)],
  );
}

export async function retenirMots(
  tx: Tx,
  structureId: number,
  mots: readonly MotRetenu[],
): Promise<void> {
  await tx.query(
    `insert into mot_tableur (structure_id, champ, mot, sens)
     select $1, champ, mot, sens from unnest($2::text[], $3::text[], $4::text[]) as t(champ, mot, sens)
     on conflict (structure_id, champ, mot) do update set sens = excluded.sens`,
    [
      structureId,
      mots.map(({ champ }) => champ),
      mots.map(({ mot }) => mot),
      mots.map(({ sens }) => sens),
    ],
  );
}
