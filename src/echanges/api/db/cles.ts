import type { Tx } from "#platform/db/tx.ts";

export interface Cle {
  readonly id: number;
  readonly structureId: number;
  readonly structure: string;
  readonly libelle: string;
  readonly creeeLe: Date;
  /** The account that made it, and answers for it. */
  readonly creeePar: number | null;
  readonly servieLe: Date | null;
  /** Last day on which it opens anything. */
  readonly terme: string;
}

interface NouvelleCle {
  readonly structureId: number;
  readonly libelle: string;
  readonly empreinte: Buffer;
  readonly le: Date;
  readonly par: number;
  readonly terme: string;
}

const CLE = `c.id, c.structure_id as "structureId", s.nom as structure, c.libelle, c.creee_le as "creeeLe",
  c.creee_par as "creeePar", c.servie_le as "servieLe", c.terme`;

export async function insererCle(
  tx: Tx,
  { structureId, libelle, empreinte, le, par, terme }: NouvelleCle,
): Promise<void> {
  await tx.query(
    `insert into cle_api (structure_id, libelle, empreinte, creee_le, creee_par, terme)
     values ($1, $2, $3, $4, $5, $6)`,
    [structureId, libelle, empreinte, le, par, terme],
  );
}

/** The keys of these structures that nobody revoked. */
export function lireCles(tx: Tx, structures: readonly number[]): Promise<Cle[]> {
  return tx.query<Cle>(
    `select ${CLE} from cle_api c join structure s on s.id = c.structure_id
     where c.structure_id = any($1::int[]) and c.revoquee_le is null order by s.nom, c.creee_le desc, c.id desc`,
    [structures],
  );
}

/** The key of this digest, held until the end of the call; null when there is none or it was revoked. */
export async function cleDeLEmpreinte(tx: Tx, empreinte: Buffer): Promise<Cle | null> {
  const [cle] = await tx.query<Cle>(
    `select ${CLE} from cle_api c join structure s on s.id = c.structure_id
     where c.empreinte = $1 and c.revoquee_le is null for update of c`,
    [empreinte],
  );
  return cle ?? null;
}

export async function marquerServie(tx: Tx, id: number, le: Date): Promise<void> {
  await tx.query("update cle_api set servie_le = $2 where id = $1", [id, le]);
}

export async function ecrireTerme(tx: Tx, id: number, terme: string): Promise<void> {
  await tx.query("update cle_api set terme = $2 where id = $1", [id, terme]);
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
