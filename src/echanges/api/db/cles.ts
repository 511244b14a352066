import type { Tx } from "#platform/db/tx.ts";

export interface Cle {
  readonly id: number;
  readonly structureId: number;
  readonly structure: string;
  readonly libelle: string;
  readonly creeeLe: Date;
  readonly servieLe: Date | null;
}

interface NouvelleCle {
  readonly structureId: number;
  readonly libelle: string;
  readonly empreinte: Buffer;
  readonly le: Date;
  readonly par: number | null;
}

export async function insererCle(
  tx: Tx,
  { structureId, libelle, empreinte, le, par }: NouvelleCle,
): Promise<void> {
  await tx.query(
    `insert into cle_api (structure_id, libelle, empreinte, creee_le, creee_par) values ($1, $2, $3, $4, $5)`,
    [structureId, libelle, empreinte, le, par],
  );
}

/** The keys of these structures that still open something. */
export function lireCles(tx: Tx, structures: readonly number[]): Promise<Cle[]> {
  return tx.query<Cle>(
    `select c.id, c.structure_id as "structureId", s.nom as structure, c.libelle, c.creee_le as "creeeLe",
       c.servie_le as "servieLe"
     from cle_api c join structure s on s.id = c.structure_id
     where c.structure_id = any($1::int[]) and c.revoquee_le is null order by s.nom, c.creee_le desc, c.id desc`,
    [structures],
  );
}

/** The key of this digest, marked as used; null when none opens anything. */
export async function cleDeLEmpreinte(
  tx: Tx,
  empreinte: Buffer,
  le: Date,
): Promise<Pick<Cle, "id" | "structureId" | "structure" | "libelle"> | null> {
  const [cle] = await tx.query<Cle>(
    `update cle_api c set servie_le = $2 from structure s
     where c.empreinte = $1 and c.revoquee_le is null and s.id = c.structure_id
     returning c.id, c.structure_id as "structureId", s.nom as structure, c.libelle`,
    [empreinte, le],
  );
  return cle ?? null;
}

/** False when none of these structures has such a key. */
export async function revoquer(
  tx: Tx,
  { id, structures, le }: { id: number; structures: readonly number[]; le: Date },
): Promise<boolean> {
  const revoquees = await tx.query(
    `update cle_api set revoquee_le = $3 where id = $1 and structure_id = any($2::int[]) and revoquee_le is null
     returning id`,
    [id, structures, le],
  );
  return revoquees.length > 0;
}
