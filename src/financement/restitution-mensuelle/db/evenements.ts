import type { Tx } from "#platform/db/tx.ts";

export const naturesEvenement = [
  "transmise",
  "renvoyee",
  "acceptee",
  "rouverte",
  "relancee",
  "bilan-arrete",
] as const;
export type NatureEvenement = (typeof naturesEvenement)[number];

export interface EvenementRestitution {
  readonly id: number;
  readonly restitutionId: number;
  readonly nature: NatureEvenement;
  /** Version it is about. */
  readonly numero: number | null;
  readonly motif: string | null;
  /** Address of a reminder sent by e-mail. */
  readonly adresse: string | null;
  readonly le: string;
  readonly par: number | null;
}

/** The latest first. */
export function lireEvenements(tx: Tx, restitutionId: number): Promise<EvenementRestitution[]> {
  return tx.query<EvenementRestitution>(
    `select id, restitution_id as "restitutionId", nature, numero, motif, adresse, le, par
     from restitution_evenement where restitution_id = $1 order by id desc`,
    [restitutionId],
  );
}

type AInscrire = Omit<EvenementRestitution, "id" | "adresse"> & {
  readonly adresse?: string | null;
  readonly envoiId?: number | null;
};

export async function inscrireEvenements(tx: Tx, evenements: readonly AInscrire[]): Promise<void> {
  if (evenements.length === 0) return;
  await tx.copyRows(
    "restitution_evenement",
    ["restitution_id", "nature", "numero", "motif", "envoi_id", "adresse", "le", "par"],
    evenements.map((un) => [
      un.restitutionId,
      un.nature,
      un.numero,
      un.motif,
      un.envoiId ?? null,
      un.adresse ?? null,
      un.le,
      un.par,
    ]),
  );
}
