import type { Tx } from "#platform/db/tx.ts";
import { accoles } from "../domain/lire-recherche.ts";
import { aUneFaute, graphies, voisins } from "../domain/noms-proches.ts";

const TROIS = 3;
/** Beyond, a word is so common that its neighbours would drown it. */
const PROCHES = 24;

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

/** What was typed as it is, then with neighbours written as one wherever that makes a known name. */
export async function lecturesProches(
  tx: Tx,
  mots: readonly string[],
): Promise<readonly (readonly MotCherche[])[]> {
  const lectures = [mots, ...accoles(mots)];
  const proches = await nomsProches(tx, new Set(lectures.flat()));
  const tapes = new Set(mots);
  return lectures
    .map((lecture) => lecture.map((mot) => ({ mot, proches: proches.get(mot) ?? [] })))
    .filter((lecture) => lecture.every((un) => tapes.has(un.mot) || un.proches.length > 0));
}

/** For each word, the names one slip away from it, those of the same initial first. */
async function nomsProches(
  tx: Tx,
  mots: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const cherches = [...mots].filter((mot) => mot.length >= TROIS);
  if (cherches.length === 0) return new Map();
  const trouves = await tx.query<{ nom: string }>(
    "select nom from nom_connu where voisins && $1::text[]",
    [[...new Set(cherches.flatMap(voisins))]],
  );
  return new Map(cherches.map((mot) => [mot, prochesDe(mot, trouves)]));
}

function prochesDe(mot: string, trouves: readonly { readonly nom: string }[]): readonly string[] {
  const plusCourt = mot.length === TROIS ? TROIS + 1 : TROIS;
  const proches = trouves
    .map(({ nom }) => nom)
    .filter((nom) => nom === mot || (nom.length >= plusCourt && aUneFaute(mot, nom)));
  const initiale = (nom: string) => (nom[0] === mot[0] ? 0 : 1);
  return proches.sort((a, b) => initiale(a) - initiale(b) || (a < b ? -1 : 1)).slice(0, PROCHES);
}
