import type { Tx } from "#platform/db/tx.ts";

export type EtatLigne = "a-prendre" | "prise" | "inchangee" | "refusee";

export interface Depot {
  readonly id: number;
  readonly structureId: number;
  readonly structure: string;
  readonly actionId: number | null;
  readonly nom: string;
  readonly entetes: readonly string[];
  readonly deposeLe: Date;
  /** Since when its lines are being taken; null before anybody asked. */
  readonly lanceLe: Date | null;
  /** When its last line was. */
  readonly integreLe: Date | null;
  /** Its lines wait until then: too many of them named nobody. */
  readonly pasAvant: Date | null;
}

export interface LigneDeposee {
  readonly ligne: number;
  readonly cellules: readonly string[];
  readonly etat: EtatLigne;
  readonly raisons: readonly string[];
  readonly candidats: readonly number[];
  /** Chosen by hand among several of the same names and birth date. */
  readonly personneId: number | null;
}

interface NouveauDepot {
  readonly structureId: number;
  readonly actionId: number | null;
  readonly nom: string;
  readonly empreinte: string;
  readonly entetes: readonly string[];
  readonly le: Date;
  readonly par: number | null;
  readonly lignes: readonly (readonly [number, readonly string[]])[];
}

/** The deposit of this file: the one already made of the same bytes, or a new one with its lines as received. */
export async function inscrireDepot(
  tx: Tx,
  { structureId, actionId, nom, empreinte, entetes, le, par, lignes }: NouveauDepot,
): Promise<{ readonly id: number; readonly deja: boolean }> {
  const [nouveau] = await tx.query<{ id: number }>(
    `insert into depot_tableur (structure_id, action_id, nom, empreinte, entetes, depose_le, depose_par)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint un_depot_par_fichier do nothing returning id`,
    [structureId, actionId, nom, empreinte, entetes, le, par],
  );
  if (!nouveau) {
    const [ancien] = await tx.query<{ id: number }>(
      `select id from depot_tableur
       where structure_id = $1 and action_id is not distinct from $2 and empreinte = $3`,
      [structureId, actionId, empreinte],
    );
    return { id: ancien?.id ?? 0, deja: true };
  }
  await tx.copyRows(
    "ligne_tableur",
    ["depot_id", "ligne", "cellules"],
    lignes.map(([ligne, cellules]) => [nouveau.id, ligne, [...cellules]]),
  );
  return { id: nouveau.id, deja: false };
}

const DEPOT = `d.id, d.structure_id as "structureId", s.nom as structure, d.action_id as "actionId", d.nom, d.entetes,
  d.depose_le as "deposeLe", d.lance_le as "lanceLe", d.integre_le as "integreLe",
  d.pas_avant as "pasAvant"`;

export async function lireDepot(tx: Tx, depotId: number): Promise<Depot | null> {
  const [depot] = await tx.query<Depot>(
    `select ${DEPOT} from depot_tableur d join structure s on s.id = d.structure_id where d.id = $1`,
    [depotId],
  );
  return depot ?? null;
}

export interface DepotCompte extends Depot {
  readonly lignes: number;
  readonly prises: number;
  readonly inchangees: number;
  readonly refusees: number;
}

/** The last deposits of these structures, with what became of their lines. */
export function lireDepots(tx: Tx, structures: readonly number[]): Promise<DepotCompte[]> {
  return tx.query<DepotCompte>(
    `select ${DEPOT}, count(l.ligne)::int as lignes,
       count(l.ligne) filter (where l.etat = 'prise')::int as prises,
       count(l.ligne) filter (where l.etat = 'inchangee')::int as inchangees,
       count(l.ligne) filter (where l.etat = 'refusee')::int as refusees
     from (select * from depot_tableur where structure_id = any($1::int[]) order by depose_le desc, id desc limit 50) d
     join structure s on s.id = d.structure_id
     left join ligne_tableur l on l.depot_id = d.id
     group by d.id, d.structure_id, s.nom, d.action_id, d.nom, d.entetes, d.depose_le, d.lance_le, d.integre_le,
       d.pas_avant
     order by d.depose_le desc, d.id desc`,
    [structures],
  );
}

export type ComptesLignes = Readonly<Record<EtatLigne, number>>;

export async function compterLignes(tx: Tx, depotId: number): Promise<ComptesLignes> {
  const comptes = await tx.query<{ etat: EtatLigne; nombre: number }>(
    "select etat, count(*)::int as nombre from ligne_tableur where depot_id = $1 group by etat",
    [depotId],
  );
  return {
    ...{ "a-prendre": 0, prise: 0, inchangee: 0, refusee: 0 },
    ...Object.fromEntries(comptes.map(({ etat, nombre }) => [etat, nombre])),
  };
}

const LIGNE = `ligne, cellules, etat, raisons, candidats, personne_id as "personneId"`;

/** The refused lines that follow this one. */
export function lireRefusees(
  tx: Tx,
  depotId: number,
  { apres, combien }: { readonly apres: number; readonly combien: number | null },
): Promise<LigneDeposee[]> {
  return tx.query<LigneDeposee>(
    `select ${LIGNE} from ligne_tableur where depot_id = $1 and etat = 'refusee' and ligne > $2
     order by ligne limit $3`,
    [depotId, apres, combien],
  );
}

/** The line after which the page of refused lines before this one begins. */
export async function debutDesPrecedentes(
  tx: Tx,
  depotId: number,
  { apres, combien }: { readonly apres: number; readonly combien: number },
): Promise<number> {
  const [debut] = await tx.query<{ ligne: number }>(
    `select ligne from ligne_tableur where depot_id = $1 and etat = 'refusee' and ligne <= $2
     order by ligne desc offset $3 limit 1`,
    [depotId, apres, combien],
  );
  return debut?.ligne ?? 0;
}

export async function lirePremieres(
  tx: Tx,
  depotId: number,
  combien: number,
): Promise<readonly (readonly string[])[]> {
  const lignes = await tx.query<{ cellules: string[] }>(
    "select cellules from ligne_tableur where depot_id = $1 order by ligne limit $2",
    [depotId, combien],
  );
  return lignes.map(({ cellules }) => cellules);
}

/** What the lines still to take, or refused, say in the column of this rank. */
export async function lireValeurs(tx: Tx, depotId: number, rang: number): Promise<string[]> {
  const valeurs = await tx.query<{ valeur: string }>(
    `select cellules[$2::int + 1] as valeur from ligne_tableur
     where depot_id = $1 and etat in ('a-prendre', 'refusee') and cellules[$2::int + 1] <> ''
     group by 1 order by min(ligne)`,
    [depotId, rang],
  );
  return valeurs.map(({ valeur }) => valeur);
}

/** Before the searches of who asks, as the taking of its lines does: neither waits for the other across. */
export async function verrouillerDepot(tx: Tx, depotId: number): Promise<void> {
  await tx.query("select 1 from depot_tableur where id = $1 for update", [depotId]);
}

export interface LigneTraitee {
  readonly ligne: number;
  readonly etat: Exclude<EtatLigne, "a-prendre">;
  readonly raisons: readonly string[];
  readonly candidats: readonly number[];
  readonly sejourId: number | null;
}

/** What became of each line, all at once. */
export async function noterLignes(
  tx: Tx,
  depotId: number,
  lignes: readonly LigneTraitee[],
): Promise<void> {
  await tx.query(
    `update ligne_tableur l set etat = t.etat, raisons = t.raisons, candidats = t.candidats,
       sejour_id = coalesce(t.sejour, l.sejour_id)
     from (select ligne, etat, array(select jsonb_array_elements_text(raisons)) as raisons,
         array(select jsonb_array_elements_text(candidats)::int) as candidats, sejour
       from jsonb_to_recordset($2::jsonb) as r(ligne int, etat text, raisons jsonb, candidats jsonb, sejour int)) t
     where l.depot_id = $1 and l.ligne = t.ligne`,
    [
      depotId,
      JSON.stringify(lignes.map(({ sejourId, ...reste }) => ({ ...reste, sejour: sejourId }))),
    ],
  );
}

export async function marquerIntegre(tx: Tx, depotId: number, le: Date): Promise<void> {
  await tx.query("update depot_tableur set integre_le = $2 where id = $1", [depotId, le]);
}

interface Lancement {
  readonly depotId: number;
  readonly le: Date;
  readonly par: number | null;
  readonly parNom: string;
}

/** Asks for its lines, those refused before included: what was missing may have been said since. */
export async function lancerDepot(tx: Tx, { depotId, le, par, parNom }: Lancement): Promise<void> {
  await tx.query(
    `update ligne_tableur set etat = 'a-prendre' where depot_id = $1 and etat = 'refusee'`,
    [depotId],
  );
  await tx.query(
    `update depot_tableur set lance_le = $2, lance_par = $3, lance_par_nom = $4, integre_le = null,
       pas_avant = null where id = $1`,
    [depotId, le, par, parNom],
  );
}

/** The oldest file whose lines are being taken, held until the end of the act; nobody else takes it meanwhile. */
export async function prendreUnDepot(
  tx: Tx,
  le: Date,
): Promise<{ readonly depot: Depot; readonly par: number | null; readonly parNom: string } | null> {
  const [pris] = await tx.query<Depot & { par: number | null; parNom: string }>(
    `select ${DEPOT}, d.lance_par as par, d.lance_par_nom as "parNom"
     from depot_tableur d join structure s on s.id = d.structure_id
     where d.lance_le is not null and d.integre_le is null and (d.pas_avant is null or d.pas_avant <= $1)
     order by d.lance_le, d.id limit 1 for update of d skip locked`,
    [le],
  );
  if (!pris) return null;
  const { par, parNom, ...depot } = pris;
  return { depot, par, parNom };
}

export async function mettreEnPause(tx: Tx, depotId: number, jusqua: Date): Promise<void> {
  await tx.query("update depot_tableur set pas_avant = $2 where id = $1", [depotId, jusqua]);
}

/** The first lines still to take. */
export function lireAPrendre(tx: Tx, depotId: number, combien: number): Promise<LigneDeposee[]> {
  return tx.query<LigneDeposee>(
    `select ${LIGNE} from ligne_tableur where depot_id = $1 and etat = 'a-prendre' order by ligne limit $2`,
    [depotId, combien],
  );
}

/** False when the line is not one whose person is to be chosen among these. */
export async function retenirPersonne(
  tx: Tx,
  { depotId, ligne, personneId }: { depotId: number; ligne: number; personneId: number },
): Promise<boolean> {
  const touchees = await tx.query(
    `update ligne_tableur set personne_id = $3
     where depot_id = $1 and ligne = $2 and $3 = any(candidats) and etat = 'refusee' returning ligne`,
    [depotId, ligne, personneId],
  );
  return touchees.length > 0;
}
