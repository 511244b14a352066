import type { Tx } from "#platform/db/tx.ts";
import type { ConclusionBilan, Realisation } from "../domain/libelles.ts";

export interface Bilan {
  readonly id: number;
  readonly contratId: number;
  readonly numeroVersion: number;
  readonly le: string;
  readonly parNom: string;
  /** By the rank of each action in the plan of that version. */
  readonly realisations: readonly (Realisation | null)[];
  readonly conclusion: ConclusionBilan;
  readonly commentaire: string;
  readonly suivantLe: string | null;
  readonly reexamen: boolean;
}

export function lireBilans(tx: Tx, contrats: readonly number[]): Promise<Bilan[]> {
  return tx.query<Bilan>(
    `select id, contrat_id as "contratId", numero_version as "numeroVersion", le, par_nom as "parNom", realisations,
       conclusion, commentaire, suivant_le as "suivantLe", reexamen
     from contrat_bilan where contrat_id = any($1::int[]) order by le desc, id desc`,
    [contrats],
  );
}

export async function inscrireBilan(
  tx: Tx,
  bilan: Omit<Bilan, "id"> & { readonly par: number | null },
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into contrat_bilan (contrat_id, numero_version, le, par, par_nom, realisations, conclusion, commentaire,
       suivant_le, reexamen)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10) returning id`,
    [
      ...[bilan.contratId, bilan.numeroVersion, bilan.le, bilan.par, bilan.parNom],
      ...[JSON.stringify(bilan.realisations), bilan.conclusion, bilan.commentaire],
      ...[bilan.suivantLe, bilan.reexamen],
    ],
  );
  return ligne?.id ?? 0;
}

export interface DerogationAccordee {
  readonly contratId: number;
  readonly code: string;
  readonly motif: string;
  readonly le: string;
  readonly parNom: string;
}

/** The latest first. */
export function lireDerogations(
  tx: Tx,
  contrats: readonly number[],
): Promise<DerogationAccordee[]> {
  return tx.query<DerogationAccordee>(
    `select contrat_id as "contratId", code, motif, le, par_nom as "parNom"
     from derogation_contrat where contrat_id = any($1::int[]) order by id desc`,
    [contrats],
  );
}

export async function inscrireDerogation(
  tx: Tx,
  { contratId, code, motif, le, parNom, par }: DerogationAccordee & { readonly par: number | null },
): Promise<void> {
  await tx.query(
    `insert into derogation_contrat (contrat_id, code, motif, le, par, par_nom) values ($1, $2, $3, $4, $5, $6)`,
    [contratId, code, motif, le, par, parNom],
  );
}
