import { allOf, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { normaliser } from "../domain/cles.ts";
import { type Lecture, lectureRessemblante, lecturesProches } from "./noms-connus.ts";
import { lire } from "./portee.ts";
import { candidatsParNom } from "./rechercher.ts";

const TRIGRAMME = 3;

/** Digits look for a claim number or a matricule; words look in names, each a piece of one or a near spelling. */
export async function conditionRecherche(texte: string, tx: Tx): Promise<Sql> {
  const chiffres = texte.replaceAll(/\s/g, "");
  if (/^\d{4,15}$/.test(chiffres)) {
    return sql`(s.numero_demande like ${`${chiffres}%`} or s.matricule like ${`${chiffres}%`})`;
  }
  const mots = normaliser(texte).toLowerCase().split(" ").filter(Boolean);
  if (mots.length === 0) return raw("false");
  if (mots.every((mot) => mot.length < TRIGRAMME))
    return allOf(mots.map((mot) => sql`' ' || s.cle_tri like ${`% ${mot}%`}`));
  return sql`s.personne_id = any(${await personnesNommees(tx, mots)}::int[])`;
}

/** Looked up once for the count and the page. Near names count when nobody's begin as typed. */
async function personnesNommees(tx: Tx, mots: readonly string[]): Promise<readonly number[]> {
  const exactes = await candidats(tx, [mots.map((mot) => ({ mot, proches: [] }))]);
  if (exactes.some(({ exacte }) => exacte)) return exactes.map(({ id }) => id);
  const proches = await candidats(tx, await lecturesProches(tx, mots));
  const trouvees =
    proches.length > 0 ? proches : await candidats(tx, [await lectureRessemblante(tx, mots)]);
  return trouvees.map(({ id }) => id);
}

function candidats(tx: Tx, lectures: readonly Lecture[]) {
  return lire<{ readonly id: number; readonly exacte: boolean }>(
    tx,
    sql`select personne_id as id, exacte from (${candidatsParNom(lectures, null)}) c`,
  );
}
