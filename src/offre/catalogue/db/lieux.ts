import { jointureCommune } from "#droits/territoire";
import type { Tx } from "#platform/db/tx.ts";

/** Where an action receives, for whom, and how it is reached. */
export interface LieuAction {
  readonly public: string | null;
  readonly adresse: string | null;
  readonly codePostal: string | null;
  readonly codeCommune: string | null;
  readonly commune: string | null;
  readonly horaires: string | null;
  readonly telephone: string | null;
  readonly courriel: string | null;
  readonly motifFermeture: string | null;
  readonly ouverteLe: string;
}

export async function lireLieu(tx: Tx, actionId: number): Promise<LieuAction> {
  const [lieu] = await tx.query<LieuAction>(
    `select a.public, a.adresse, a.code_postal as "codePostal", a.code_commune as "codeCommune", commune.nom as commune,
       a.horaires, a.telephone, a.courriel, a.motif_fermeture as "motifFermeture", a.ouverte_le as "ouverteLe"
     from action a ${jointureCommune("a.code_commune")} where a.id = $1`,
    [actionId],
  );
  if (!lieu) throw new Error("lieu d’une action absente");
  return lieu;
}
