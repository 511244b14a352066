import { quoteIdentifier, quoteTable } from "#platform/db/identifier.ts";
import type { Tx } from "#platform/db/tx.ts";

/** Tables a first file fills. What checks or indexes them row by row costs half of its writing. */
const REMPLIES = [
  "dossier",
  "personne",
  "membre",
  "periode_droit",
  "periode_devoir",
  "periode_adresse",
  "periode_famille",
  "montant_droit",
  "contact",
  "ressource",
  "activite",
  "diagnostic_declare",
  "evenement_dossier",
  "declaration",
  "mouvement",
  "situation_personne",
];

/** Tables that pages alone read: all their indexes may wait. */
const LUES_PAR_LES_PAGES = ["situation_personne", "nom_connu"];
/** Indexes that the writing of a first file never reads; those by which it finds somebody again stay. */
const SANS_LECTEUR = [
  "personne_par_recherche",
  "dossier_par_matricule",
  "dossier_par_demande",
  "periode_devoir_par_dossier",
  "activite_par_dossier",
  "ressource_par_dossier",
  "declaration_par_integration",
  "mouvement_par_integration",
  "mouvement_par_fichier",
];

const A_DEPOSER = `
select c.conrelid::regclass::text as table_nom, c.conname as nom,
  case c.contype when 'x' then 'exclusion' else 'contrainte' end as sorte,
  pg_get_constraintdef(c.oid) as definition
from pg_constraint c
where c.contype in ('f', 'x') and c.conrelid = any($1::regclass[])
union all
select i.indrelid::regclass::text, r.relname, 'index',
  regexp_replace(pg_get_indexdef(i.indexrelid), ' ON \\S+ USING', ' ON ' || i.indrelid::regclass || ' USING')
from pg_index i join pg_class r on r.oid = i.indexrelid
where not i.indisunique and (i.indrelid = any($2::regclass[]) or r.relname = any($3::text[]))
  and r.relnamespace = current_schema()::regnamespace
union all
select t::text, 'autovacuum_enabled', 'reglage', '' from unnest($1::regclass[]) t`;

export type Sorte = "contrainte" | "exclusion" | "index" | "reglage";

/** What was taken off a table, to be put back as it was. */
export interface Depose {
  readonly id: number;
  readonly table: string;
  readonly nom: string;
  readonly sorte: Sorte;
}

export async function baseVide(tx: Tx): Promise<boolean> {
  const [ligne] = await tx.query<{ vide: boolean }>(
    "select not exists (select from dossier) and not exists (select from personne) as vide",
  );
  return ligne?.vide === true;
}

/**
 * Takes off the tables, in this one transaction, what a first file would pay row by row: foreign keys,
 * exclusion constraints (what they refuse is refused before: `domain/chevauchement.ts`) and the indexes that only
 * pages read. What is taken off is written down with it: nothing is ever lost.
 * `autres` are tables of those who react to a file, read by pages through all their indexes that are not unique.
 * Autovacuum would read again and again tables that only grow; the end of the run analyses them.
 */
export async function deposer(tx: Tx, autres: readonly string[]): Promise<void> {
  await tx.query("set local lock_timeout = '2s'");
  const lignes = await tx.query<{
    table_nom: string;
    nom: string;
    sorte: Sorte;
    definition: string;
  }>(A_DEPOSER, [[...REMPLIES, ...autres], [...LUES_PAR_LES_PAGES, ...autres], SANS_LECTEUR]);
  await tx.copyRows(
    "structure_deposee",
    ["table_nom", "nom", "sorte", "definition"],
    lignes.map(({ table_nom, nom, sorte, definition }) => [table_nom, nom, sorte, definition]),
  );
  for (const { table_nom, nom, sorte } of lignes) {
    if (sorte === "index") await tx.query(`drop index ${quoteIdentifier(nom)}`);
    else if (sorte === "reglage")
      await tx.query(`alter table ${quoteTable(table_nom)} set (autovacuum_enabled = off)`);
    else
      await tx.query(
        `alter table ${quoteTable(table_nom)} drop constraint ${quoteIdentifier(nom)}`,
      );
  }
}

/** In the order they are best put back: indexes first, which the checks of the keys may use. */
export async function lireDeposes(tx: Tx): Promise<readonly Depose[]> {
  return tx.query<Depose>(
    `select id, table_nom as table, nom, sorte from structure_deposee
     order by array_position(array['index', 'exclusion', 'contrainte', 'reglage'], sorte), id`,
  );
}

/** Puts one thing back, unless it is already there: a backup taken meanwhile is restored whole. */
export async function remettre(tx: Tx, id: number): Promise<void> {
  const [depose] = await tx.query<Omit<Depose, "id"> & { definition: string }>(
    "delete from structure_deposee where id = $1 returning table_nom as table, nom, sorte, definition",
    [id],
  );
  if (!depose) return;
  const { table, nom, sorte, definition } = depose;
  // Two are built at once: helpers would only take turns with the other one.
  await tx.query(
    "set local maintenance_work_mem = '256MB'; set local max_parallel_maintenance_workers = 0",
  );
  if (sorte === "index") {
    await tx.query(definition.replace(/^CREATE INDEX /, "CREATE INDEX IF NOT EXISTS "));
  } else if (sorte === "reglage")
    await tx.query(`alter table ${quoteTable(table)} reset (${quoteIdentifier(nom)})`);
  else if (!(await contrainteExiste(tx, table, nom)))
    await tx.query(
      `alter table ${quoteTable(table)} add constraint ${quoteIdentifier(nom)} ${definition}`,
    );
}

async function contrainteExiste(tx: Tx, table: string, nom: string): Promise<boolean> {
  const lignes = await tx.query(
    "select 1 from pg_constraint where conrelid = $1::regclass and conname = $2",
    [table, nom],
  );
  return lignes.length > 0;
}
