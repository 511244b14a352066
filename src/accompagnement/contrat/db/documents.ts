import { createHash } from "node:crypto";
import type { Tx } from "#platform/db/tx.ts";

export async function mettreAImprimer(tx: Tx, versionId: number): Promise<void> {
  await tx.query("insert into contrat_a_imprimer (version_id) values ($1)", [versionId]);
}

/**
 * Signed versions whose document is not made, the oldest first; what another worker prints is left to it. A contract
 * set aside by a merge waits until the merge is undone.
 */
export async function prendreAImprimer(
  tx: Tx,
  nombre: number,
  versions: readonly number[] | null,
): Promise<readonly { readonly versionId: number; readonly contratId: number }[]> {
  return tx.query(
    `select a.version_id as "versionId", v.contrat_id as "contratId"
     from contrat_a_imprimer a join contrat_version v on v.id = a.version_id
     join contrat c on c.id = v.contrat_id and c.ecarte_par_fusion is null
     where $2::int[] is null or a.version_id = any($2::int[])
     order by a.version_id limit $1 for update of a ${versions === null ? "skip locked" : ""}`,
    [nombre, versions],
  );
}

export async function inscrireDocument(
  tx: Tx,
  versionId: number,
  {
    octets,
    accessible,
    a,
  }: { readonly octets: Buffer; readonly accessible: boolean; readonly a: Date },
): Promise<void> {
  await tx.query(
    `with faite as (delete from contrat_a_imprimer where version_id = $1)
     insert into contrat_pdf (version_id, octets, empreinte, accessible, imprime_a) values ($1, $2, $3, $4, $5)`,
    [versionId, octets, createHash("sha256").update(octets).digest(), accessible, a],
  );
}

export async function lireDocument(tx: Tx, versionId: number): Promise<Buffer | null> {
  const [ligne] = await tx.query<{ octets: Buffer }>(
    "select octets from contrat_pdf where version_id = $1",
    [versionId],
  );
  return ligne?.octets ?? null;
}
