import type { Tx } from "#platform/db/tx.ts";
import { ecrireDecoupage, estCharge, verrouillerDecoupage } from "../db/communes.ts";
import { lireDecoupageOfficiel } from "../db/decoupage-officiel.ts";
import type { IndexCommunes } from "../domain/resoudre-commune.ts";

/** Fills the shared tables from the official division; does nothing when this version is there. */
export async function chargerCommunes(
  tx: Tx,
): Promise<{ readonly version: string; readonly ecrites: number }> {
  const decoupage = lireDecoupageOfficiel();
  const { version } = decoupage;
  if (await estCharge(tx, version)) return { version, ecrites: 0 };
  await verrouillerDecoupage(tx);
  if (await estCharge(tx, version)) return { version, ecrites: 0 };
  return { version, ecrites: await ecrireDecoupage(tx, decoupage) };
}

/** For `resoudreCommune`; read once per process. */
export function chargerIndexCommunes(): IndexCommunes {
  return lireDecoupageOfficiel().index;
}
