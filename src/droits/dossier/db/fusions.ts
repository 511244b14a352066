import type { Tx } from "#platform/db/tx.ts";

/** Tables whose rows say of whom they speak: all of them follow a merge, and all of them come back. */
const tables = [
  "membre",
  "periode_devoir",
  "ressource",
  "activite",
  "contact",
  "diagnostic_declare",
  "diagnostic_constate",
  "evenement_dossier",
  "mouvement",
  "changement",
] as const;

/** Identifiers of the rows moved, by table; what the merge set aside or repointed, so that undoing is exact. */
export interface Deplacements {
  readonly lignes: Readonly<Record<string, readonly number[]>>;
  /** Duties of the absorbed that two persons could not have together on one day: set aside while they are one. */
  readonly devoirsEcartes: readonly number[];
  /** Diagnoses in force on both sides: the kept one's stay. */
  readonly diagnosticsEcartes: readonly number[];
  /** Identities merged before into the absorbed one. */
  readonly identites: readonly number[];
  /** Pairs that doubted of the absorbed one: they now ask about the kept one. */
  readonly paires?: readonly number[];
}

interface Deux {
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

/** Both rows, in the order of their numbers: two merges of one pair wait for each other. */
export async function verrouillerPersonnes(
  tx: Tx,
  ids: readonly number[],
): Promise<readonly { readonly id: number; readonly fusionneeDansId: number | null }[]> {
  return tx.query(
    `select id, fusionnee_dans_id as "fusionneeDansId" from personne where id = any($1::int[]) order by id for update`,
    [ids],
  );
}

/** The dossier that declares both of them today, if any: the organism holds them for two persons. */
export async function foyerCommun(tx: Tx, { gardeeId, absorbeeId }: Deux): Promise<string | null> {
  const [commun] = await tx.query<{ numero_demande: string }>(
    `select d.numero_demande from membre a join membre b on b.dossier_id = a.dossier_id join dossier d on d.id = a.dossier_id
     where a.personne_id = $1 and b.personne_id = $2 and a.jusqua is null and b.jusqua is null limit 1`,
    [gardeeId, absorbeeId],
  );
  return commun?.numero_demande ?? null;
}

export async function deplacer(tx: Tx, deux: Deux, le: string): Promise<Deplacements> {
  const { gardeeId, absorbeeId } = deux;
  const devoirsEcartes = await ids(
    tx,
    `update periode_devoir a set remplace_le = $3 where a.personne_id = $2 and a.remplace_le is null and exists (
       select from periode_devoir g where g.personne_id = $1 and g.dossier_id = a.dossier_id and g.remplace_le is null
         and daterange(g.depuis, g.jusqua) && daterange(a.depuis, a.jusqua)) returning a.id`,
    [gardeeId, absorbeeId, le],
  );
  const diagnosticsEcartes = await ids(
    tx,
    `update diagnostic_declare a set remplace_le = $3 where a.personne_id = $2 and a.remplace_le is null and exists (
       select from diagnostic_declare g where g.personne_id = $1 and g.remplace_le is null) returning a.id`,
    [gardeeId, absorbeeId, le],
  );
  const lignes: Record<string, readonly number[]> = {};
  for (const table of tables) {
    lignes[table] = await ids(
      tx,
      `update ${table} set personne_id = $1 where personne_id = $2 returning id`,
      [gardeeId, absorbeeId],
    );
  }
  const identites = await ids(
    tx,
    "update personne set fusionnee_dans_id = $1 where fusionnee_dans_id = $2 returning id",
    [gardeeId, absorbeeId],
  );
  await tx.query(
    "update personne set fusionnee_dans_id = $1, version = version + 1 where id = $2",
    [gardeeId, absorbeeId],
  );
  await tx.query("delete from situation_personne where personne_id = $1", [absorbeeId]);
  const paires = await deplacerPaires(tx, deux);
  return { lignes, devoirsEcartes, diagnosticsEcartes, identites, paires };
}

/** A question asked about the absorbed person is still one, unless it is already asked about the kept one. */
function deplacerPaires(tx: Tx, { gardeeId, absorbeeId }: Deux): Promise<readonly number[]> {
  return ids(
    tx,
    `update paire_douteuse d set personne_a_id = least($1::int, t.autre), personne_b_id = greatest($1::int, t.autre)
     from (select id, personne_a_id + personne_b_id - $2::int as autre from paire_douteuse
       where decision is null and $2::int in (personne_a_id, personne_b_id)) t
     where d.id = t.id and t.autre <> $1 and not exists (select from paire_douteuse o
       where o.personne_a_id = least($1::int, t.autre) and o.personne_b_id = greatest($1::int, t.autre))
     returning d.id`,
    [gardeeId, absorbeeId],
  );
}

/** The two that were compared at first are those the pair names again. */
async function rendrePaires(
  tx: Tx,
  { gardeeId, absorbeeId }: Deux,
  paires: readonly number[],
): Promise<void> {
  await tx.query(
    `update paire_douteuse d set personne_a_id = least($2::int, t.autre), personne_b_id = greatest($2::int, t.autre)
     from (select id, personne_a_id + personne_b_id - $1::int as autre from paire_douteuse
       where id = any($3::int[]) and $1::int in (personne_a_id, personne_b_id)) t
     where d.id = t.id and not exists (select from paire_douteuse o
       where o.personne_a_id = least($2::int, t.autre) and o.personne_b_id = greatest($2::int, t.autre))`,
    [gardeeId, absorbeeId, paires],
  );
}

export async function replacer(tx: Tx, deux: Deux, deplacements: Deplacements): Promise<void> {
  const { absorbeeId } = deux;
  for (const table of tables) {
    await tx.query(`update ${table} set personne_id = $1 where id = any($2::int[])`, [
      absorbeeId,
      deplacements.lignes[table] ?? [],
    ]);
  }
  await tx.query("update periode_devoir set remplace_le = null where id = any($1::int[])", [
    deplacements.devoirsEcartes,
  ]);
  await tx.query("update diagnostic_declare set remplace_le = null where id = any($1::int[])", [
    deplacements.diagnosticsEcartes,
  ]);
  await tx.query("update personne set fusionnee_dans_id = $1 where id = any($2::int[])", [
    absorbeeId,
    deplacements.identites,
  ]);
  // Merges made before pairs followed them say nothing of pairs.
  await rendrePaires(tx, deux, deplacements.paires ?? []);
  await tx.query(
    "update personne set fusionnee_dans_id = null, version = version + 1 where id = $1",
    [absorbeeId],
  );
}

async function ids(tx: Tx, texte: string, valeurs: readonly unknown[]): Promise<readonly number[]> {
  const lignes = await tx.query<{ id: number }>(texte, valeurs);
  return lignes.map(({ id }) => id);
}

interface FusionFaite extends Deux {
  readonly paireId: number;
  readonly deplacements: Deplacements;
  readonly agentId: number | null;
  readonly le: Date;
  readonly motif: string;
}

export async function inscrireFusion(tx: Tx, fusion: FusionFaite): Promise<number> {
  const { gardeeId, absorbeeId, paireId, deplacements, agentId, le, motif } = fusion;
  const [creee] = await tx.query<{ id: number }>(
    `insert into fusion (gardee_id, absorbee_id, paire_id, deplacements, faite_par, faite_le, motif)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7) returning id`,
    [gardeeId, absorbeeId, paireId, JSON.stringify(deplacements), agentId, le, motif],
  );
  if (!creee) throw new RangeError("insert returning gives one row");
  return creee.id;
}

export interface FusionEnVigueur extends Deux {
  readonly id: number;
  readonly paireId: number | null;
  readonly deplacements: Deplacements;
}

export async function verrouillerFusion(tx: Tx, id: number): Promise<FusionEnVigueur | null> {
  const [fusion] = await tx.query<FusionEnVigueur>(
    `select f.id, f.gardee_id as "gardeeId", f.absorbee_id as "absorbeeId", f.paire_id as "paireId", f.deplacements
     from fusion f where f.id = $1 and f.annulee_le is null for update`,
    [id],
  );
  return fusion ?? null;
}

export async function marquerAnnulee(
  tx: Tx,
  { id, agentId, le }: { readonly id: number; readonly agentId: number | null; readonly le: Date },
): Promise<void> {
  await tx.query("update fusion set annulee_par = $2, annulee_le = $3 where id = $1", [
    id,
    agentId,
    le,
  ]);
}
