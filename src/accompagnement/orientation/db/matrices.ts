import { type Matrice, type Referentiel, versionAu } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";

export interface MatriceEnVigueur {
  readonly matrice: Matrice;
  readonly depuis: string;
  /** Who adopted it in the product; `null` for the one of the référentiel. */
  readonly adopteePar: string | null;
  readonly motif: string;
}

/** The matrix of a day: the last adopted, unless the référentiel has a newer one. */
export async function matriceAu(tx: Tx, referentiel: Referentiel, le: string): Promise<Matrice> {
  return (await matriceEnVigueur(tx, referentiel, le)).matrice;
}

export async function matriceEnVigueur(
  tx: Tx,
  { matrice }: Referentiel,
  le: string,
): Promise<MatriceEnVigueur> {
  const [adoptee] = await tx.query<MatriceEnVigueur>(
    `select contenu as matrice, depuis, adoptee_par_nom as "adopteePar", motif from matrice_adoptee
     where depuis <= $1 order by depuis desc, id desc limit 1`,
    [le],
  );
  const livree = versionAu(matrice, le) ?? matrice[0];
  if (adoptee && adoptee.depuis >= livree.depuis) return adoptee;
  return { matrice: livree.valeur, depuis: livree.depuis, adopteePar: null, motif: livree.texte };
}

export interface MatriceAdoptee extends MatriceEnVigueur {
  readonly adopteeLe: Date;
}

/** Every matrix adopted in the product, the latest adopted first. */
export function listerAdoptees(tx: Tx): Promise<readonly MatriceAdoptee[]> {
  return tx.query(
    `select contenu as matrice, depuis, adoptee_par_nom as "adopteePar", motif, adoptee_le as "adopteeLe"
     from matrice_adoptee order by id desc`,
  );
}

export interface BrouillonMatrice {
  readonly id: number;
  readonly etat: "ouvert" | "adopte" | "abandonne";
  readonly auteurNom: string;
  readonly baseVersion: string;
  readonly contenu: Matrice;
  readonly modifieLe: Date;
  readonly modifiePar: string;
  readonly version: number;
}

const BROUILLON = `id, etat, auteur_nom as "auteurNom", base_version as "baseVersion", contenu,
  modifie_le as "modifieLe", modifie_par as "modifiePar", version`;

export function listerBrouillons(tx: Tx): Promise<readonly BrouillonMatrice[]> {
  return tx.query<BrouillonMatrice>(
    `select ${BROUILLON} from matrice_brouillon where etat = 'ouvert' order by modifie_le desc, id desc`,
  );
}

export async function lireBrouillonMatrice(
  tx: Tx,
  id: number,
  { verrou = false }: { readonly verrou?: boolean } = {},
): Promise<BrouillonMatrice | null> {
  const [brouillon] = await tx.query<BrouillonMatrice>(
    `select ${BROUILLON} from matrice_brouillon where id = $1 ${verrou ? "for update" : ""}`,
    [id],
  );
  return brouillon ?? null;
}

interface Auteur {
  readonly id: number | null;
  readonly nom: string;
}

export async function creerBrouillonMatrice(
  tx: Tx,
  {
    contenu,
    auteur,
    le,
  }: { readonly contenu: Matrice; readonly auteur: Auteur; readonly le: Date },
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into matrice_brouillon (auteur_id, auteur_nom, base_version, contenu, cree_le, modifie_le, modifie_par)
     values ($1, $2, $3, $4, $5, $5, $2) returning id`,
    [auteur.id, auteur.nom, contenu.version, JSON.stringify(contenu), le],
  );
  return ligne?.id ?? 0;
}

export async function ecrireBrouillonMatrice(
  tx: Tx,
  id: number,
  {
    contenu,
    auteur,
    le,
  }: { readonly contenu: Matrice; readonly auteur: Auteur; readonly le: Date },
): Promise<void> {
  await tx.query(
    `update matrice_brouillon set contenu = $2, modifie_le = $3, modifie_par = $4, version = version + 1 where id = $1`,
    [id, JSON.stringify(contenu), le, auteur.nom],
  );
}

export async function cloreBrouillonMatrice(
  tx: Tx,
  id: number,
  etat: "adopte" | "abandonne",
): Promise<void> {
  await tx.query("update matrice_brouillon set etat = $2, version = version + 1 where id = $1", [
    id,
    etat,
  ]);
}

/** One adoption at a time: the number of the version is the next of the département. */
export async function adopter(
  tx: Tx,
  adoption: {
    readonly contenu: Matrice;
    readonly depuis: string;
    readonly brouillonId: number;
    readonly auteur: Auteur;
    readonly le: Date;
    readonly motif: string;
  },
): Promise<void> {
  const { contenu, depuis, brouillonId, auteur, le, motif } = adoption;
  await tx.query(
    `insert into matrice_adoptee (version, depuis, contenu, brouillon_id, adoptee_le, adoptee_par, adoptee_par_nom, motif)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      contenu.version,
      depuis,
      JSON.stringify(contenu),
      brouillonId,
      le,
      auteur.id,
      auteur.nom,
      motif,
    ],
  );
}

export async function verrouillerMatrices(tx: Tx): Promise<void> {
  await tx.query(
    "select pg_advisory_xact_lock(hashtextextended(current_schema() || ':matrices', 0))",
  );
}
