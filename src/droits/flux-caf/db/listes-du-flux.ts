import type { Tx } from "#platform/db/tx.ts";

/** A page of a list ordered by identifier: rows after `apres`, one more than shown tells that there is a next page. */
export interface DemandePage {
  readonly integrationId: number;
  readonly apres: number | null;
  readonly limite: number;
}

export interface LigneRejet {
  readonly id: number;
  readonly rang: number;
  readonly ligne: number;
  readonly code: string;
  readonly motif: string;
  readonly numeroDemande: string | null;
  readonly rejoueLe: Date | null;
}

export function listerRejetsDe(
  tx: Tx,
  demande: DemandePage & { readonly code: string | null },
): Promise<LigneRejet[]> {
  return tx.query<LigneRejet>(
    `select id, rang, ligne, code, motif, numero_demande as "numeroDemande", rejoue_le as "rejoueLe"
     from rejet where integration_id = $1 and ($2::text is null or code = $2) and ($3::int is null or id > $3)
     order by id limit $4`,
    [demande.integrationId, demande.code, demande.apres, demande.limite],
  );
}

export interface CauseDeRejet {
  readonly code: string;
  /** The reason as one of them gives it. */
  readonly motif: string;
  readonly nombre: number;
  readonly aCorriger: number;
}

export function compterRejetsParCause(tx: Tx, integrationId: number): Promise<CauseDeRejet[]> {
  return tx.query<CauseDeRejet>(
    `select code, min(motif) as motif, count(*)::int as nombre,
       (count(*) filter (where rejoue_le is null))::int as "aCorriger"
     from rejet where integration_id = $1 group by code order by 3 desc, 1`,
    [integrationId],
  );
}

export function compterAvertissementsParCode(
  tx: Tx,
  integrationId: number,
): Promise<{ readonly code: string; readonly nombre: number; readonly dossiers: number }[]> {
  return tx.query(
    `select code, count(*)::int as nombre, count(distinct rang)::int as dossiers
     from avertissement where integration_id = $1 group by code order by 2 desc, 1`,
    [integrationId],
  );
}

export interface LigneAvertissement {
  readonly id: number;
  readonly ligne: number;
  readonly numeroDemande: string | null;
  readonly dossierId: number | null;
  readonly code: string;
  readonly champ: string | null;
  readonly valeur: string | null;
}

export function listerAvertissementsDe(
  tx: Tx,
  demande: DemandePage & { readonly code: string | null },
): Promise<LigneAvertissement[]> {
  return tx.query<LigneAvertissement>(
    `select id, ligne, numero_demande as "numeroDemande", dossier_id as "dossierId", code, champ, valeur
     from avertissement where integration_id = $1 and ($2::text is null or code = $2) and ($3::int is null or id > $3)
     order by id limit $4`,
    [demande.integrationId, demande.code, demande.apres, demande.limite],
  );
}

export async function listerDossiersAbsents(
  tx: Tx,
  demande: DemandePage,
): Promise<readonly number[]> {
  const lignes = await tx.query<{ dossier_id: number }>(
    `select dossier_id from absence where integration_id = $1 and ($2::int is null or dossier_id > $2)
     order by dossier_id limit $3`,
    [demande.integrationId, demande.apres, demande.limite],
  );
  return lignes.map(({ dossier_id }) => dossier_id);
}
