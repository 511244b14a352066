import type { Tx } from "#platform/db/tx.ts";

/** The socio-professional answers of the instruction flow, latest known, by person; who has none is absent. */
export async function lireDiagnosticsDeclares(
  tx: Tx,
  personnes: readonly number[] | "tous",
): Promise<ReadonlyMap<number, Readonly<Record<string, readonly string[]>>>> {
  const lignes = await tx.query<{
    personneId: number;
    contenu: Readonly<Record<string, readonly string[]>>;
  }>(
    `select distinct on (personne_id) personne_id as "personneId", contenu
     from diagnostic_declare where remplace_le is null and ($1::int[] is null or personne_id = any($1::int[]))
     order by personne_id, connu_le desc, id desc`,
    [personnes === "tous" ? null : personnes],
  );
  return new Map(lignes.map(({ personneId, contenu }) => [personneId, contenu]));
}

export async function inscrireDiagnostic(tx: Tx, personneId: number, le: string): Promise<void> {
  await tx.query("insert into diagnostic_constate (personne_id, le) values ($1, $2)", [
    personneId,
    le,
  ]);
}
