import { lireDiagnosticsDeclares } from "#droits/dossier";
import type { Tx } from "#platform/db/tx.ts";
import type { ReponsesDiagnostic } from "../domain/reponses.ts";

/** What is known of these persons: their last validated diagnosis, else what they told the paying organism. */
export async function lireReponses(
  tx: Tx,
  personnes: readonly number[] | "tous",
): Promise<ReadonlyMap<number, ReponsesDiagnostic>> {
  const declarees = await lireDiagnosticsDeclares(tx, personnes);
  const validees = await tx.query<{ personneId: number; reponses: ReponsesDiagnostic }>(
    `select distinct on (personne_id) personne_id as "personneId", reponses from diagnostic
     where etat = 'valide' and ($1::int[] is null or personne_id = any($1::int[]))
     order by personne_id, valide_le desc, id desc`,
    [personnes === "tous" ? null : personnes],
  );
  const reponses = new Map(declarees);
  for (const ligne of validees) reponses.set(ligne.personneId, ligne.reponses);
  return reponses;
}
