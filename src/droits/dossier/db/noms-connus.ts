import type { Tx } from "#platform/db/tx.ts";
import { accoles } from "../domain/lire-recherche.ts";
import { ecart, ecartAdmis, enEntier, graphies, voisins } from "../domain/noms-proches.ts";

const TROIS = 3;
/** Beyond, a word is so common that its neighbours would drown it. */
const PROCHES = 24;
/** Likeness of trigrams worth a closer look, and how many of the likeliest are looked at. */
const RESSEMBLANCE = "0.2";
const RESSEMBLANTS = 100;

/** Keeps each spelling once, with what it becomes when it loses a letter. */
export async function inscrireNoms(tx: Tx, noms: Iterable<string | null>): Promise<void> {
  const portees = [...new Set([...new Set(noms)].flatMap(graphies))];
  if (portees.length === 0) return;
  const nouvelles = await tx.query<{ nom: string }>(
    `select n.nom from unnest($1::text[]) as n(nom)
     where not exists (select 1 from nom_connu c where c.nom = n.nom)`,
    [portees],
  );
  if (nouvelles.length === 0) return;
  // In one order whoever writes: two files that bring the same names never wait for each other in a circle.
  await tx.query(
    `insert into nom_connu (nom, voisins)
     select n.nom, string_to_array(n.voisins, ' ')
     from unnest($1::text[], $2::text[]) as n(nom, voisins) order by n.nom
     on conflict do nothing`,
    [nouvelles.map(({ nom }) => nom), nouvelles.map(({ nom }) => voisins(nom).join(" "))],
  );
}

/** A word typed, and the names one slip of the keyboard away from it. */
export interface MotCherche {
  readonly mot: string;
  readonly proches: readonly string[];
}

export type Lecture = readonly MotCherche[];

/** What was typed as it is, then with neighbours written as one wherever that makes a known name. */
export async function lecturesProches(
  tx: Tx,
  mots: readonly string[],
): Promise<readonly Lecture[]> {
  const lectures = [mots, ...accoles(mots)];
  const proches = await aUneFaute(tx, new Set(lectures.flat()));
  const tapes = new Set(mots);
  return lectures
    .map((lecture) => lecture.map((mot) => ({ mot, proches: proches.get(mot) ?? enEntier(mot) })))
    .filter((lecture) => lecture.every((un) => tapes.has(un.mot) || un.proches.length > 0));
}

/** The names that look most like each word, when nobody is one slip away. */
export async function lectureRessemblante(tx: Tx, mots: readonly string[]): Promise<Lecture> {
  await tx.query("select set_config('pg_trgm.similarity_threshold', $1, true)", [RESSEMBLANCE]);
  const trouves = await tx.query<{ mot: string; nom: string }>(
    `select m.mot, n.nom from unnest($1::text[]) as m(mot) cross join lateral (
       select nom from nom_connu where nom % m.mot order by similarity(nom, m.mot) desc, nom limit $2
     ) n`,
    [mots.filter((mot) => mot.length > TROIS), RESSEMBLANTS],
  );
  return mots.map((mot) => {
    const noms = trouves.flatMap((trouve) => (trouve.mot === mot ? [trouve.nom] : []));
    return { mot, proches: lesPlusProches(mot, noms, ecartAdmis(mot)) };
  });
}

/** For each word, the names one slip away from it. */
async function aUneFaute(
  tx: Tx,
  mots: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const cherches = [...mots].filter((mot) => mot.length >= TROIS);
  if (cherches.length === 0) return new Map();
  const trouves = await tx.query<{ nom: string }>(
    // Key by key: asked for all at once, the planner believes that they match everybody.
    `select distinct n.nom from unnest($1::text[]) as k(cle)
     cross join lateral (select nom from nom_connu where voisins @> array[k.cle] offset 0) n`,
    [[...new Set(cherches.flatMap(voisins))]],
  );
  const noms = trouves.map(({ nom }) => nom);
  return new Map(cherches.map((mot) => [mot, lesPlusProches(mot, noms, 1)]));
}

/** Of three letters, one changed leaves nothing to recognise: one may only be missing. */
function lesPlusProches(mot: string, noms: readonly string[], admis: number): readonly string[] {
  return noms
    .map((nom) => ({ nom, fautes: ecart(mot, nom), initiale: nom[0] === mot[0] ? 0 : 1 }))
    .filter(({ nom, fautes }) => fautes <= admis && (mot.length > TROIS || nom.length > TROIS))
    .sort((a, b) => a.fautes - b.fautes || a.initiale - b.initiale || (a.nom < b.nom ? -1 : 1))
    .slice(0, PROCHES)
    .map(({ nom }) => nom);
}
