import type { ModeleCourrier } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";

export interface ModeleEcrit {
  readonly code: string;
  /** Null for the draft. */
  readonly version: number | null;
  readonly contenu: ModeleCourrier;
  readonly revision: number;
  readonly ecritPar: string;
  readonly ecritLe: Date;
  readonly adoptePar: string | null;
  readonly adopteLe: Date | null;
}

const COLONNES = `code, version, contenu, revision, ecrit_par as "ecritPar", ecrit_le as "ecritLe",
  adopte_par as "adoptePar", adopte_le as "adopteLe"`;

/** The version in force of each letter the département has changed. */
export function lireModelesAdoptes(tx: Tx): Promise<readonly ModeleEcrit[]> {
  return tx.query<ModeleEcrit>(
    `select distinct on (code) ${COLONNES} from modele_courrier where version is not null order by code, version desc`,
  );
}

export function lireBrouillons(tx: Tx): Promise<readonly ModeleEcrit[]> {
  return tx.query<ModeleEcrit>(
    `select ${COLONNES} from modele_courrier where version is null order by code`,
  );
}

/** Every version of one letter, the draft first, then the newest. */
export function lireVersions(tx: Tx, code: string): Promise<readonly ModeleEcrit[]> {
  return tx.query<ModeleEcrit>(
    `select ${COLONNES} from modele_courrier where code = $1 order by version desc nulls first`,
    [code],
  );
}

/** Writes the draft on the one it was read from. False when somebody wrote it in the meantime. */
export async function ecrireBrouillon(
  tx: Tx,
  brouillon: {
    readonly contenu: ModeleCourrier;
    readonly revision: number;
    readonly parId: number | null;
    readonly par: string;
    readonly a: Date;
  },
): Promise<number | null> {
  const { contenu, revision, parId, par, a } = brouillon;
  const valeurs = [contenu.code, JSON.stringify(contenu), parId, par, a];
  const ecrits =
    revision === 0
      ? await tx.query<{ revision: number }>(
          `insert into modele_courrier (code, contenu, ecrit_par_id, ecrit_par, ecrit_le)
           values ($1, $2::jsonb, $3, $4, $5) on conflict do nothing returning revision`,
          valeurs,
        )
      : await tx.query<{ revision: number }>(
          `update modele_courrier set contenu = $2::jsonb, ecrit_par_id = $3, ecrit_par = $4, ecrit_le = $5,
             revision = revision + 1
           where code = $1 and version is null and revision = $6 returning revision`,
          [...valeurs, revision],
        );
  return ecrits[0]?.revision ?? null;
}

export async function supprimerBrouillon(tx: Tx, code: string): Promise<boolean> {
  const supprimes = await tx.query(
    "delete from modele_courrier where code = $1 and version is null returning id",
    [code],
  );
  return supprimes.length > 0;
}

/** The draft becomes the next version; null when it is no longer the one that was read. */
export async function adopterBrouillon(
  tx: Tx,
  code: string,
  revision: number,
  par: { readonly id: number | null; readonly nom: string; readonly a: Date },
): Promise<number | null> {
  const adoptes = await tx.query<{ version: number }>(
    `update modele_courrier b set adopte_par_id = $3, adopte_par = $4, adopte_le = $5,
       version = coalesce((select max(a.version) from modele_courrier a where a.code = $1), 0) + 1
     where b.code = $1 and b.version is null and b.revision = $2 returning version`,
    [code, revision, par.id, par.nom, par.a],
  );
  return adoptes[0]?.version ?? null;
}
