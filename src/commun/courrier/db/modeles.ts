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
