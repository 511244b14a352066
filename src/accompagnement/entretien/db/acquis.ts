import type { Tx } from "#platform/db/tx.ts";
import type { Auteur } from "../domain/auteur.ts";
import type { NatureAcquis } from "../domain/libelles.ts";

export interface AcquisLu {
  readonly id: number;
  readonly nature: NatureAcquis;
  readonly libelle: string;
  readonly niveau: string;
  readonly le: string;
  readonly preuve: string;
  readonly document: string;
  readonly par: string;
  readonly retireLe: string | null;
  readonly retirePar: string | null;
  readonly motifRetrait: string | null;
}

export function lireAcquis(tx: Tx, personneId: number): Promise<readonly AcquisLu[]> {
  return tx.query<AcquisLu>(
    `select id, nature, libelle, niveau, le, preuve, document, par, retire_le as "retireLe",
       retire_par as "retirePar", motif_retrait as "motifRetrait"
     from acquis where personne_id = $1 order by retire_le nulls first, le desc, id desc`,
    [personneId],
  );
}

export interface NouvelAcquis
  extends Pick<AcquisLu, "nature" | "libelle" | "niveau" | "le" | "preuve" | "document"> {
  readonly personneId: number;
}

export async function inscrireAcquis(tx: Tx, acquis: NouvelAcquis, par: Auteur): Promise<number> {
  const { personneId, nature, libelle, niveau, le, preuve, document } = acquis;
  const [ligne] = await tx.query<{ id: number }>(
    `insert into acquis (personne_id, nature, libelle, niveau, le, preuve, document, ecrit_a, par_id, par)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [personneId, nature, libelle, niveau, le, preuve, document, par.a, par.id, par.nom],
  );
  return ligne?.id ?? 0;
}

/** False when it is not hers, or was withdrawn already. */
export async function retirerUnAcquis(
  tx: Tx,
  retrait: {
    readonly id: number;
    readonly personneId: number;
    readonly le: string;
    readonly motif: string;
    readonly par: Auteur;
  },
): Promise<boolean> {
  const { id, personneId, le, motif, par } = retrait;
  const lignes = await tx.query(
    `update acquis set retire_le = $3, retire_par = $4, motif_retrait = $5
     where id = $1 and personne_id = $2 and retire_le is null returning id`,
    [id, personneId, le, par.nom, motif],
  );
  return lignes.length > 0;
}

export interface InscriptionLue {
  readonly id: number;
  readonly numero: string;
  readonly categorie: string;
  readonly du: string;
  /** First day when it no longer holds. */
  readonly au: string | null;
  readonly motifFin: string | null;
  readonly verifieeLe: string | null;
  readonly verifieePar: string | null;
  readonly par: string;
  readonly version: number;
}

/** The latest first. */
export function lireInscriptions(tx: Tx, personneId: number): Promise<readonly InscriptionLue[]> {
  return tx.query<InscriptionLue>(
    `select id, numero, categorie, lower(periode) as du, upper(periode) as au, motif_fin as "motifFin",
       verifiee_le as "verifieeLe", verifiee_par as "verifieePar", par, version
     from inscription_emploi where personne_id = $1 order by lower(periode) desc, id desc`,
    [personneId],
  );
}

export async function inscrireInscription(
  tx: Tx,
  inscription: {
    readonly personneId: number;
    readonly numero: string;
    readonly categorie: string;
    readonly du: string;
    readonly verifieeLe: string;
    readonly par: Auteur;
  },
): Promise<number> {
  const { personneId, numero, categorie, du, verifieeLe, par } = inscription;
  const [ligne] = await tx.query<{ id: number }>(
    `insert into inscription_emploi (personne_id, numero, categorie, periode, verifiee_le, verifiee_par, par_id, par)
     values ($1, $2, $3, daterange($4, null), $5, $7, $6, $7) returning id`,
    [personneId, numero, categorie, du, verifieeLe, par.id, par.nom],
  );
  return ligne?.id ?? 0;
}

export async function cloreInscription(
  tx: Tx,
  id: number,
  { au, motif }: { readonly au: string; readonly motif: string },
): Promise<void> {
  await tx.query(
    `update inscription_emploi set periode = daterange(lower(periode), $2), motif_fin = $3, version = version + 1
     where id = $1`,
    [id, au, motif],
  );
}

export async function verifierUneInscription(
  tx: Tx,
  id: number,
  le: string,
  par: Auteur,
): Promise<void> {
  await tx.query(
    "update inscription_emploi set verifiee_le = $2, verifiee_par = $3, version = version + 1 where id = $1",
    [id, le, par.nom],
  );
}
