import type { Tx } from "#platform/db/tx.ts";
import { cloreAccompagnements } from "./accompagnements.ts";

export interface Fusion {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

const suites = ["manquement", "absence_a_examiner", "soutien", "concertation"] as const;

/**
 * What was lived by the absorbed person becomes the kept one’s. A period that would overlap one of hers stays behind
 * and ends: nobody is accompanied twice.
 */
export async function deplacerParcours(tx: Tx, fusion: Fusion, le: string): Promise<void> {
  await deplacer(
    tx,
    fusion,
    "accompagnement",
    `t.annule or not exists (select from accompagnement g where g.personne_id = $2 and not g.annule and g.periode && t.periode)`,
  );
  await deplacer(
    tx,
    fusion,
    "absence_a_examiner",
    "not exists (select from absence_a_examiner g where g.personne_id = $2 and g.rendez_vous_id = t.rendez_vous_id)",
  );
  for (const table of suites) {
    if (table !== "absence_a_examiner") await deplacer(tx, fusion, table, "true");
  }
  const restes = await tx.query<{ id: number }>(
    `with r as (select id from accompagnement where personne_id = $2 and upper_inf(periode) and not annule),
     d as (insert into deplacement_parcours (fusion_id, ligne_de, ligne_id)
       select $1, 'accompagnement clos', id from r)
     select id from r`,
    [fusion.fusionId, fusion.absorbeeId],
  );
  await cloreAccompagnements(
    tx,
    restes.map(({ id }) => ({ id, le, motif: "fusion" })),
    null,
  );
}

async function deplacer(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
  table: "accompagnement" | (typeof suites)[number],
  condition: string,
): Promise<void> {
  await tx.query(
    `with d as (update ${table} t set personne_id = $2 where t.personne_id = $3 and (${condition}) returning id)
     insert into deplacement_parcours (fusion_id, ligne_de, ligne_id) select $1, '${table}', id from d`,
    [fusionId, gardeeId, absorbeeId],
  );
}

/** The merge is undone: what was moved goes back, and what it had stopped goes on. */
export async function rendreParcours(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
): Promise<void> {
  for (const table of ["accompagnement", ...suites]) {
    await tx.query(
      `update ${table} t set personne_id = $3 from deplacement_parcours d
       where d.fusion_id = $1 and d.ligne_de = '${table}' and t.id = d.ligne_id and t.personne_id = $2`,
      [fusionId, gardeeId, absorbeeId],
    );
  }
  await tx.query(
    `update accompagnement t set periode = daterange(lower(t.periode), null), annule = false, motif_fin = null,
       version = version + 1
     from deplacement_parcours d where d.fusion_id = $1 and d.ligne_de = 'accompagnement clos' and t.id = d.ligne_id
       and t.motif_fin = 'fusion'`,
    [fusionId],
  );
  await tx.query("delete from deplacement_parcours where fusion_id = $1", [fusionId]);
}
