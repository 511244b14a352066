import type { ThemeSituation } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import type { Auteur } from "../domain/auteur.ts";

export interface ThemeEcrit {
  readonly code: string;
  /** Null for the draft. */
  readonly version: number | null;
  readonly contenu: ThemeSituation;
  readonly revision: number;
  readonly ecritPar: string;
  readonly ecritLe: Date;
  readonly adoptePar: string | null;
  readonly adopteLe: Date | null;
}

const COLONNES = `code, version, contenu, revision, ecrit_par as "ecritPar", ecrit_le as "ecritLe",
  adopte_par as "adoptePar", adopte_le as "adopteLe"`;

/** The version in force of each theme the département has changed or added. */
export function lireThemesAdoptes(tx: Tx): Promise<readonly ThemeEcrit[]> {
  return tx.query<ThemeEcrit>(
    `select distinct on (code) ${COLONNES} from theme_situation where version is not null
     order by code, version desc`,
  );
}

export function lireBrouillonsDeThemes(tx: Tx): Promise<readonly ThemeEcrit[]> {
  return tx.query<ThemeEcrit>(
    `select ${COLONNES} from theme_situation where version is null order by code`,
  );
}

/** Every version of one theme, the draft first, then the newest. */
export function lireVersionsDuTheme(tx: Tx, code: string): Promise<readonly ThemeEcrit[]> {
  return tx.query<ThemeEcrit>(
    `select ${COLONNES} from theme_situation where code = $1 order by version desc nulls first`,
    [code],
  );
}

/** Writes the draft on the one it was read from. Null when somebody wrote it in the meantime. */
export async function ecrireBrouillonDeTheme(
  tx: Tx,
  contenu: ThemeSituation,
  revision: number,
  par: Auteur,
): Promise<number | null> {
  const valeurs = [contenu.code, JSON.stringify(contenu), par.id, par.nom, par.a];
  const ecrits =
    revision === 0
      ? await tx.query<{ revision: number }>(
          `insert into theme_situation (code, contenu, ecrit_par_id, ecrit_par, ecrit_le)
           values ($1, $2::jsonb, $3, $4, $5) on conflict do nothing returning revision`,
          valeurs,
        )
      : await tx.query<{ revision: number }>(
          `update theme_situation set contenu = $2::jsonb, ecrit_par_id = $3, ecrit_par = $4, ecrit_le = $5,
             revision = revision + 1
           where code = $1 and version is null and revision = $6 returning revision`,
          [...valeurs, revision],
        );
  return ecrits[0]?.revision ?? null;
}

export async function supprimerBrouillonDeTheme(
  tx: Tx,
  code: string,
  revision: number,
): Promise<boolean> {
  const supprimes = await tx.query(
    "delete from theme_situation where code = $1 and version is null and revision = $2 returning id",
    [code, revision],
  );
  return supprimes.length > 0;
}

/** The draft becomes the next version; null when it is no longer the one that was read. */
export async function adopterBrouillonDeTheme(
  tx: Tx,
  code: string,
  revision: number,
  par: Auteur,
): Promise<number | null> {
  const adoptes = await tx.query<{ version: number }>(
    `update theme_situation b set adopte_par_id = $3, adopte_par = $4, adopte_le = $5,
       version = coalesce((select max(a.version) from theme_situation a where a.code = $1), 0) + 1
     where b.code = $1 and b.version is null and b.revision = $2 returning version`,
    [code, revision, par.id, par.nom, par.a],
  );
  return adoptes[0]?.version ?? null;
}
