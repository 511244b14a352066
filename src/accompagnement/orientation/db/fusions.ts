import type { Tx } from "#platform/db/tx.ts";
import { cloreOrientations } from "./orientations.ts";

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
 * What was decided for the absorbed person becomes the kept one’s. An orientation that would overlap one of hers
 * stays behind and ends: nobody follows one person twice, and no place is held for who is no longer anybody.
 */
export async function deplacerOrientations(tx: Tx, fusion: Fusion, le: string): Promise<void> {
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
  await cesser(tx, fusion, le);
}

/** What cannot be true twice of one person stops on the day of the merge, and goes on when it is undone. */
async function cesser(tx: Tx, { fusionId, gardeeId, absorbeeId }: Fusion, le: string) {
  for (const table of ["orientation", "designation"]) {
    await tx.query(
      `insert into deplacement_orientation (fusion_id, ligne_de, ligne_id)
       select $1, '${table} close', id from ${table} where personne_id = $2 and upper_inf(periode) and not annulee`,
      [fusionId, absorbeeId],
    );
  }
  await cloreOrientations(tx, [{ personneId: absorbeeId, le }], "fusion");
  await tx.query(
    `with c as (update proposition p set etape = 'ecartee', close_le = $4, code_cloture = 'fusion', version = version + 1
       where p.etape in ('proposee', 'transmise') and (p.personne_id = $3 or (p.personne_id = $2
         and exists (select from orientation o where o.personne_id = $2 and upper_inf(o.periode) and not o.annulee)))
       returning id)
     insert into deplacement_orientation (fusion_id, ligne_de, ligne_id) select $1, 'proposition close', id from c`,
    [fusionId, gardeeId, absorbeeId, le],
  );
}

/** What still receives persons the day a merge is undone. */
export interface Ouverts {
  readonly structures: readonly number[];
  readonly referents: readonly number[];
}

/** What the merge had stopped goes on, unless something else has been decided since or nobody is left to do it. */
async function rouvrir(tx: Tx, fusionId: number, ouverts: Ouverts): Promise<boolean> {
  const fermee = (table: string) =>
    `from deplacement_orientation c where c.fusion_id = $1 and c.ligne_de = '${table} close' and t.id = c.ligne_id`;
  const sansStructure = await tx.query(
    `update orientation t set motif_fin = 'structure-fermee', version = version + 1 ${fermee("orientation")}
       and exists (select from designation d join deplacement_orientation x on x.ligne_id = d.id
         where x.fusion_id = $1 and x.ligne_de = 'designation close' and d.orientation_id = t.id
           and d.structure_id <> all($2::int[]))
     returning t.id`,
    [fusionId, ouverts.structures],
  );
  await tx.query(
    `update orientation t set periode = daterange(lower(t.periode), null), annulee = false, motif_fin = null,
       version = version + 1 ${fermee("orientation")} and t.motif_fin = 'fusion'`,
    [fusionId],
  );
  await tx.query(
    `update designation t set periode = daterange(lower(t.periode), null), annulee = false,
       referent_id = case when t.referent_id = any($3::int[]) then t.referent_id end ${fermee("designation")}
       and t.structure_id = any($2::int[])`,
    [fusionId, ouverts.structures, ouverts.referents],
  );
  await tx.query(
    `update proposition t set etape = case when t.transmise_le is null then 'proposee' else 'transmise' end,
       close_le = null, code_cloture = null, version = version + 1 ${fermee("proposition")}
       and not exists (select from proposition a where a.personne_id = t.personne_id and a.etape in ('proposee', 'transmise'))
       and not exists (select from orientation o where o.personne_id = t.personne_id and upper_inf(o.periode) and not o.annulee)`,
    [fusionId],
  );
  return sansStructure.length > 0;
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

/**
 * The merge is undone: exactly what was moved goes back, wherever it has gone since within the kept person.
 * `sansStructure`: the orientation that had stopped does not go on, its structure has closed since.
 */
export async function rendreOrientations(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
  ouverts: Ouverts,
): Promise<{ readonly sansStructure: boolean }> {
  for (const table of tables) {
    await tx.query(
      `update ${table} t set personne_id = $3 from deplacement_orientation d
       where d.fusion_id = $1 and d.ligne_de = '${table}' and t.id = d.ligne_id and t.personne_id = $2`,
      [fusionId, gardeeId, absorbeeId],
    );
  }
  const sansStructure = await rouvrir(tx, fusionId, ouverts);
  await tx.query("delete from deplacement_orientation where fusion_id = $1", [fusionId]);
  return { sansStructure };
}
