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

/** Every matrix adopted in the product, the next to apply first. */
export function listerAdoptees(
  tx: Tx,
): Promise<readonly (MatriceEnVigueur & { readonly adopteeLe: Date })[]> {
  return tx.query(
    `select contenu as matrice, depuis, adoptee_par_nom as "adopteePar", motif, adoptee_le as "adopteeLe"
     from matrice_adoptee order by depuis desc, id desc`,
  );
}
