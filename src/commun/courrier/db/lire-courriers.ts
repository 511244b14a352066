import type { Tx } from "#platform/db/tx.ts";
import type { MoyenEnvoi, PreuveReception } from "../domain/courrier.ts";
import type { LettreFigee } from "../domain/lettre.ts";

export interface CourrierLu {
  readonly id: number;
  readonly annee: number;
  readonly rang: number;
  readonly personneId: number;
  readonly lotId: number | null;
  readonly titre: string;
  readonly usage: string;
  readonly objet: string | null;
  readonly objetId: number | null;
  readonly moyen: MoyenEnvoi;
  readonly emisLe: string;
  readonly emisPar: string;
  readonly envoyeLe: string | null;
  readonly recuLe: string | null;
  readonly preuve: PreuveReception | null;
  /** Its document is made. */
  readonly imprime: boolean;
  readonly version: number;
}

const COLONNES = `c.id, c.annee, c.rang, c.personne_id as "personneId", c.lot_id as "lotId", c.titre, c.usage, c.objet,
  c.objet_id as "objetId", c.moyen, c.emis_le as "emisLe", c.emis_par as "emisPar", c.envoye_le as "envoyeLe",
  c.recu_le as "recuLe", c.preuve_reception as preuve, c.version,
  not exists (select from courrier_a_imprimer a where a.courrier_id = c.id) as imprime`;

export interface CourrierEntier extends CourrierLu {
  readonly modele: string;
  readonly modeleVersion: number;
  readonly contenu: LettreFigee;
  readonly imprimeA: Date | null;
  readonly accessible: boolean | null;
}

export async function lireCourrierEntier(tx: Tx, id: number): Promise<CourrierEntier | null> {
  const [courrier] = await tx.query<CourrierEntier>(
    `select ${COLONNES}, c.modele, c.modele_version as "modeleVersion", c.contenu, p.imprime_a as "imprimeA", p.accessible
     from courrier c left join courrier_pdf p on p.courrier_id = c.id where c.id = $1`,
    [id],
  );
  return courrier ?? null;
}

/** Letters of one person, the newest first. */
export function lireCourriersDe(tx: Tx, personneId: number): Promise<readonly CourrierLu[]> {
  return tx.query<CourrierLu>(
    `select ${COLONNES} from courrier c where c.personne_id = $1 order by c.emis_le desc, c.id desc`,
    [personneId],
  );
}

export async function lireDocument(tx: Tx, id: number): Promise<Buffer | null> {
  const [document] = await tx.query<{ octets: Buffer }>(
    "select octets from courrier_pdf where courrier_id = $1",
    [id],
  );
  return document?.octets ?? null;
}

/** Notes the day these letters left, for those where it is not noted; who they were written to. */
export async function noterEnvoi(
  tx: Tx,
  ids: readonly number[],
  le: string,
): Promise<readonly number[]> {
  const notes = await tx.query<{ id: number }>(
    `update courrier set envoye_le = $2::date, version = version + 1
     where id = any($1::int[]) and envoye_le is null and emis_le <= $2::date returning id`,
    [ids, le],
  );
  return notes.map(({ id }) => id);
}

export async function personnesDesCourriers(
  tx: Tx,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const lignes = await tx.query<{ id: number; personneId: number }>(
    `select id, personne_id as "personneId" from courrier where id = any($1::int[])`,
    [ids],
  );
  return new Map(lignes.map(({ id, personneId }) => [id, personneId]));
}

/** False when somebody wrote on this letter in the meantime. */
export async function ecrireReception(
  tx: Tx,
  { id, version, le, preuve }: { id: number; version: number; le: string; preuve: PreuveReception },
): Promise<boolean> {
  const ecrits = await tx.query(
    `update courrier set recu_le = $3::date, preuve_reception = $4, envoye_le = coalesce(envoye_le, emis_le), version = version + 1
     where id = $1 and version = $2 returning id`,
    [id, version, le, preuve],
  );
  return ecrits.length > 0;
}
