import type { Tx } from "#platform/db/tx.ts";

export interface Fait {
  readonly rendezVousId: number;
  readonly personneId: number | null;
  readonly fait: string;
  readonly detail: string | null;
}

export interface FaitLu extends Fait {
  readonly le: Date;
  readonly par: string;
}

export async function inscrireFaits(
  tx: Tx,
  faits: readonly Fait[],
  auteur: { readonly le: Date; readonly id: number | null; readonly nom: string },
): Promise<void> {
  if (faits.length === 0) return;
  await tx.query(
    `insert into rendez_vous_fait (rendez_vous_id, personne_id, fait, detail, le, par_id, par)
     select f."rendezVousId", f."personneId", f.fait, f.detail, $2, $3, $4
     from jsonb_to_recordset($1::jsonb) as f("rendezVousId" int, "personneId" int, fait text, detail text)`,
    [JSON.stringify(faits), auteur.le, auteur.id, auteur.nom],
  );
}

export function faitsDe(tx: Tx, rendezVousId: number): Promise<FaitLu[]> {
  return tx.query<FaitLu>(
    `select rendez_vous_id as "rendezVousId", personne_id as "personneId", fait, detail, le, par
     from rendez_vous_fait where rendez_vous_id = $1 order by id desc`,
    [rendezVousId],
  );
}
