import { createHash } from "node:crypto";
import type { QualiteSignataire } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import type { MoyenSignature } from "../domain/libelles.ts";
import type { TraceSignature } from "../domain/trace.ts";

export interface Signature {
  readonly versionId: number;
  readonly qualite: QualiteSignataire;
  readonly nom: string;
  readonly moyen: MoyenSignature;
  readonly le: string;
  readonly enregistreeA: Date;
  readonly trace: TraceSignature | null;
  readonly pieceId: number | null;
}

const COLONNES = `s.version_id as "versionId", s.qualite, s.nom, s.moyen, s.le, s.enregistree_a as "enregistreeA",
  s.trace, s.piece_id as "pieceId"`;

export function lireSignatures(tx: Tx, versions: readonly number[]): Promise<Signature[]> {
  return tx.query<Signature>(
    `select ${COLONNES} from contrat_signature s where s.version_id = any($1::int[]) and s.annulee_le is null
     order by s.id`,
    [versions],
  );
}

export async function inscrireSignature(
  tx: Tx,
  signature: Omit<Signature, "enregistreeA">,
  { a, par }: { readonly a: Date; readonly par: number | null },
): Promise<void> {
  const { versionId, qualite, nom, moyen, le, trace, pieceId } = signature;
  await tx.query(
    `insert into contrat_signature (version_id, qualite, nom, moyen, le, enregistree_a, enregistree_par, trace, piece_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)`,
    [versionId, qualite, nom, moyen, le, a, par, trace && JSON.stringify(trace), pieceId],
  );
}

/** A draft taken up again after a first signature: what was signed is no longer what will be. */
export async function annulerSignatures(tx: Tx, versionId: number, le: string): Promise<void> {
  await tx.query(
    "update contrat_signature set annulee_le = $2 where version_id = $1 and annulee_le is null",
    [versionId, le],
  );
}

export interface Piece {
  readonly nom: string;
  readonly type: string;
  readonly octets: Buffer;
}

export async function deposerPiece(
  tx: Tx,
  contratId: number,
  { nom, type, octets }: Piece,
  { a, par }: { readonly a: Date; readonly par: number | null },
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into contrat_piece (contrat_id, nom, type, octets, empreinte, deposee_a, deposee_par)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [contratId, nom, type, octets, createHash("sha256").update(octets).digest(), a, par],
  );
  return ligne?.id ?? 0;
}

export async function lirePiece(tx: Tx, contratId: number, id: number): Promise<Piece | null> {
  const [piece] = await tx.query<Piece>(
    "select nom, type, octets from contrat_piece where id = $1 and contrat_id = $2",
    [id, contratId],
  );
  return piece ?? null;
}
