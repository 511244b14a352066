import type { Tx } from "#platform/db/tx.ts";
import { type Anneau, reunirContours } from "../domain/contours.ts";
import type { ContourCommune } from "../domain/lire-carte.ts";

export interface ContourTerritoire {
  readonly territoireId: number;
  readonly anneaux: readonly Anneau[];
}

/** The new map replaces the one before. */
export async function ecrireContours(tx: Tx, contours: readonly ContourCommune[]): Promise<void> {
  await tx.query("DELETE FROM contour_commune");
  await tx.copyRows(
    "contour_commune",
    ["code_commune", "anneaux"],
    contours.map(({ code, anneaux }) => [code, { anneaux }]),
  );
}

/** The outline of each territory of today, on a grid of 1000; nothing when no map was loaded. */
export async function lireContours(tx: Tx, le: string): Promise<readonly ContourTerritoire[]> {
  const communes = await tx.query<{ territoireId: number; contour: { anneaux: Anneau[] } }>(
    `SELECT t.territoire_id AS "territoireId", c.anneaux AS contour
     FROM contour_commune c JOIN territoire_commune t ON t.code_commune = c.code_commune AND t.periode @> $1::date
     ORDER BY c.code_commune`,
    [le],
  );
  const parTerritoire = Map.groupBy(communes, ({ territoireId }) => territoireId);
  return [...parTerritoire].map(([territoireId, siennes]) => ({
    territoireId,
    anneaux: reunirContours(siennes.map(({ contour }) => contour.anneaux)),
  }));
}

export async function compterContours(tx: Tx): Promise<number> {
  const [ligne] = await tx.query<{ nombre: number }>(
    "SELECT count(*)::int AS nombre FROM contour_commune",
  );
  return ligne?.nombre ?? 0;
}
