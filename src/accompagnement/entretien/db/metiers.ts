import type { Choix } from "#commun/referentiel";
import { CopyText } from "#platform/db/copy-text.ts";
import type { Tx } from "#platform/db/tx.ts";

/** Occupations whose name holds every word, or whose code begins with what was typed. */
export function chercherDansLeRepertoire(
  tx: Tx,
  {
    mots,
    code,
    nombre,
  }: { readonly mots: readonly string[]; readonly code: string; readonly nombre: number },
): Promise<readonly Choix[]> {
  return tx.query<Choix>(
    `select code, libelle from metier
     where code like $2 or (cardinality($1::text[]) > 0 and recherche like all ($1::text[]))
     order by (code like $2) desc, length(libelle), code limit $3`,
    [mots.map((mot) => `%${mot}%`), code === "" ? "-" : `${code}%`, nombre],
  );
}

export function listerLeRepertoire(tx: Tx, nombre: number): Promise<readonly Choix[]> {
  return tx.query<Choix>("select code, libelle from metier order by code limit $1", [nombre]);
}

export async function compterMetiers(
  tx: Tx,
): Promise<{ readonly nombre: number; readonly chargeLe: string | null }> {
  const [compte] = await tx.query<{ nombre: number; chargeLe: string | null }>(
    `select count(*)::int as nombre, max(charge_le) as "chargeLe" from metier`,
  );
  return compte ?? { nombre: 0, chargeLe: null };
}

export async function lireMetiers(tx: Tx, codes: readonly string[]): Promise<readonly Choix[]> {
  return tx.query<Choix>("select code, libelle from metier where code = any($1::text[])", [
    [...codes],
  ]);
}

/** The file replaces the list: projects keep the words they were written with. */
export async function remplacerMetiers(
  tx: Tx,
  metiers: readonly Choix[],
  le: string,
): Promise<void> {
  await tx.query("delete from metier");
  const texte = new CopyText();
  for (const { code, libelle } of metiers) texte.add([code, libelle, le]);
  await tx.copyRows("metier", ["code", "libelle", "charge_le"], texte);
}
