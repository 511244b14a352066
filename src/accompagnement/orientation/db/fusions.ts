import type { Tx } from "#platform/db/tx.ts";

export interface Fusion {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

/** What follows an orientation wherever it goes, by the column that names it. */
const suites = [
  [
    "designation",
    "orientation_id in (select ligne_id from deplacement_orientation where fusion_id = $1 and ligne_de = 'orientation')",
  ],
  [
    "demande_reorientation",
    "orientation_id in (select ligne_id from deplacement_orientation where fusion_id = $1 and ligne_de = 'orientation')",
  ],
  [
    "confirmation_referent",
    "designation_id in (select ligne_id from deplacement_orientation where fusion_id = $1 and ligne_de = 'designation')",
  ],
  [
    "premier_rendez_vous",
    "designation_id in (select ligne_id from deplacement_orientation where fusion_id = $1 and ligne_de = 'designation')",
  ],
] as const;

const tables = ["orientation", "proposition", ...suites.map(([table]) => table)] as const;

/**
 * What was decided for the absorbed person becomes the kept one’s. An orientation that would overlap one of hers,
 * or a second pending proposal, stays behind: it comes back with the absorbed when the merge is undone.
 */
export async function deplacerOrientations(tx: Tx, fusion: Fusion): Promise<void> {
  const { fusionId, gardeeId, absorbeeId } = fusion;
  await deplacer(
    tx,
    fusion,
    "orientation",
    `not exists (select from orientation g where g.personne_id = $2 and not g.annulee and not t.annulee
       and g.periode && t.periode)`,
  );
  await deplacer(
    tx,
    fusion,
    "proposition",
    `(t.etape in ('decidee', 'ecartee') or not exists (select from proposition g where g.personne_id = $2
       and g.etape in ('proposee', 'transmise')))
     and (t.etape <> 'decidee' or exists (select from orientation o where o.proposition_id = t.id and o.personne_id = $2))`,
  );
  for (const [table, condition] of suites) {
    await tx.query(
      `with d as (update ${table} t set personne_id = $2 where t.personne_id = $3 and ${condition} returning id)
       insert into deplacement_orientation (fusion_id, ligne_de, ligne_id) select $1, '${table}', id from d`,
      [fusionId, gardeeId, absorbeeId],
    );
  }
}

async function deplacer(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
  table: "orientation" | "proposition",
  condition: string,
): Promise<void> {
  await tx.query(
    `with d as (update ${table} t set personne_id = $2 where t.personne_id = $3 and ${condition} returning id)
     insert into deplacement_orientation (fusion_id, ligne_de, ligne_id) select $1, '${table}', id from d`,
    [fusionId, gardeeId, absorbeeId],
  );
}

/** The merge is undone: exactly what was moved goes back, wherever it has gone since within the kept person. */
export async function rendreOrientations(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
): Promise<void> {
  for (const table of tables) {
    await tx.query(
      `update ${table} t set personne_id = $3 from deplacement_orientation d
       where d.fusion_id = $1 and d.ligne_de = '${table}' and t.id = d.ligne_id and t.personne_id = $2`,
      [fusionId, gardeeId, absorbeeId],
    );
  }
  await tx.query("delete from deplacement_orientation where fusion_id = $1", [fusionId]);
}
