import type { Tx } from "#platform/db/tx.ts";

export interface Lot {
  readonly id: number;
  readonly libelle: string;
  readonly personnes: readonly number[];
  readonly affecteLe: Date | null;
  readonly rendezVous: readonly number[];
}

export async function insererLot(
  tx: Tx,
  lot: {
    readonly libelle: string;
    readonly personnes: readonly number[];
    readonly le: Date;
    readonly par: number | null;
  },
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    "insert into lot_rendez_vous (libelle, personnes, prepare_le, prepare_par) values ($1, $2, $3, $4) returning id",
    [lot.libelle, [...lot.personnes], lot.le, lot.par],
  );
  return ligne?.id ?? 0;
}

/** A lot belongs to who prepared it. */
export async function lireLot(
  tx: Tx,
  {
    id,
    par,
    verrou,
  }: { readonly id: number; readonly par: number | null; readonly verrou: boolean },
): Promise<Lot | null> {
  const [lot] = await tx.query<Lot>(
    `select id, libelle, personnes, affecte_le as "affecteLe", rendez_vous as "rendezVous" from lot_rendez_vous
     where id = $1 and prepare_par is not distinct from $2 ${verrou ? "for update" : ""}`,
    [id, par],
  );
  return lot ?? null;
}

export async function ecrireLot(
  tx: Tx,
  id: number,
  { le, rendezVous }: { readonly le: Date; readonly rendezVous: readonly number[] },
): Promise<void> {
  await tx.query("update lot_rendez_vous set affecte_le = $2, rendez_vous = $3 where id = $1", [
    id,
    le,
    [...rendezVous],
  ]);
}
