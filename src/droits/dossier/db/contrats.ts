import type { Tx } from "#platform/db/tx.ts";

/** The contract a person is under, as the module of contracts tells it: what lists filter and sort by, and deadlines end with. */
export interface ContratConnu {
  readonly personneId: number;
  /** All null when no contract binds her. */
  readonly contratId: number | null;
  /** Code of the kind in the référentiel: `cer-social`, `contrat-engagement`. */
  readonly nature: string | null;
  readonly etat: string | null;
  /** Day on which the first version of this contract was signed. */
  readonly signeLe: string | null;
  /** First day on which it no longer binds; null when it has no end. */
  readonly jusqua: string | null;
  /** Next review. */
  readonly bilanLe: string | null;
}

const COLONNES = `contrat_id, contrat_nature, contrat_etat, contrat_signe_le, contrat_jusqua, contrat_bilan_le`;
const colonnesDe = (alias: string) => COLONNES.replaceAll(/\w+/g, (nom) => `${alias}.${nom}`);

/** Writes the present contract beside the present of the right. One row per person, each person once. */
export async function noterContrats(tx: Tx, contrats: readonly ContratConnu[]): Promise<void> {
  if (contrats.length === 0) return;
  const colonne = <Cle extends keyof ContratConnu>(cle: Cle) =>
    contrats.map((contrat) => contrat[cle]);
  await tx.query(
    `update situation_personne s set (${COLONNES}) = (${colonnesDe("n")})
     from unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::date[], $6::date[], $7::date[]) as n(personne, ${COLONNES})
     where s.personne_id = n.personne and (${colonnesDe("s")}) is distinct from (${colonnesDe("n")})`,
    [
      colonne("personneId"),
      colonne("contratId"),
      colonne("nature"),
      colonne("etat"),
      colonne("signeLe"),
      colonne("jusqua"),
      colonne("bilanLe"),
    ],
  );
}
