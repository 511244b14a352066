import type { Tx } from "#platform/db/tx.ts";

export interface RejetANoter {
  readonly rang: number;
  readonly ligne: number;
  readonly code: string;
  readonly motif: string;
  readonly numeroDemande: string | null;
  /** The record as received, sealed: it holds civil status and NIR. */
  readonly brut: Buffer;
}

export interface AvertissementANoter {
  readonly rang: number;
  readonly ligne: number;
  readonly numeroDemande: string | null;
  readonly dossierId: number | null;
  readonly code: string;
  readonly champ: string | null;
  readonly valeur: string | null;
}

export async function noterRejets(
  tx: Tx,
  integrationId: number,
  rejets: readonly RejetANoter[],
): Promise<void> {
  if (rejets.length === 0) return;
  await tx.copyRows(
    "rejet",
    ["integration_id", "rang", "ligne", "code", "motif", "numero_demande", "brut"],
    rejets.map((rejet) => [
      integrationId,
      rejet.rang,
      rejet.ligne,
      rejet.code,
      rejet.motif,
      rejet.numeroDemande,
      rejet.brut,
    ]),
  );
}

export async function noterAvertissements(
  tx: Tx,
  integrationId: number,
  avertissements: readonly AvertissementANoter[],
): Promise<void> {
  if (avertissements.length === 0) return;
  await tx.copyRows(
    "avertissement",
    ["integration_id", "rang", "ligne", "numero_demande", "dossier_id", "code", "champ", "valeur"],
    avertissements.map((a) => [
      integrationId,
      a.rang,
      a.ligne,
      a.numeroDemande,
      a.dossierId,
      a.code,
      a.champ,
      a.valeur,
    ]),
  );
}

export interface Rejet {
  readonly id: number;
  readonly integrationId: number;
  readonly rang: number;
  readonly ligne: number;
  readonly code: string;
  readonly motif: string;
  readonly numeroDemande: string | null;
  readonly brut: Buffer;
  readonly corrige: Buffer | null;
  readonly rejoueLe: Date | null;
  readonly dossierId: number | null;
  readonly version: number;
}

export async function lireRejet(tx: Tx, id: number): Promise<Rejet | null> {
  const [ligne] = await tx.query<{
    id: number;
    integration_id: number;
    rang: number;
    ligne: number;
    code: string;
    motif: string;
    numero_demande: string | null;
    brut: Buffer;
    corrige: Buffer | null;
    rejoue_le: Date | null;
    dossier_id: number | null;
    version: number;
  }>(
    `select id, integration_id, rang, ligne, code, motif, numero_demande, brut, corrige, rejoue_le, dossier_id, version
     from rejet where id = $1`,
    [id],
  );
  if (!ligne) return null;
  const { integration_id, numero_demande, rejoue_le, dossier_id, ...reste } = ligne;
  return {
    ...reste,
    integrationId: integration_id,
    numeroDemande: numero_demande,
    rejoueLe: rejoue_le,
    dossierId: dossier_id,
  };
}

/** Keeps the corrected text and what it wrote; false when somebody else was quicker. */
export async function marquerRejoue(
  tx: Tx,
  rejet: {
    readonly id: number;
    readonly version: number;
    readonly corrige: Buffer;
    readonly par: number | null;
    readonly le: Date;
    readonly dossierId: number;
  },
): Promise<boolean> {
  const lignes = await tx.query(
    `update rejet set corrige = $3, corrige_par = $4, rejoue_le = $5, dossier_id = $6, version = version + 1
     where id = $1 and version = $2 and rejoue_le is null returning id`,
    [rejet.id, rejet.version, rejet.corrige, rejet.par, rejet.le, rejet.dossierId],
  );
  return lignes.length === 1;
}

export async function lireRangs(
  tx: Tx,
  integrationId: number,
  sauf: string,
): Promise<readonly number[]> {
  const lignes = await tx.query<{ rang: number }>(
    "select rang from rejet where integration_id = $1 and code <> $2",
    [integrationId, sauf],
  );
  return lignes.map(({ rang }) => rang);
}
