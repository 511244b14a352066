import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
import { cleCommune } from "../domain/cle-commune.ts";

/** Today where the département is, as the base sees it: a perimeter is judged when the row is read. */
const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";

/** The commune named by this expression belongs today to one of these territories. */
export function communeDansTerritoires(expression: string, territoires: readonly number[]): Sql {
  if (territoires.length === 0) return raw("false");
  return sql`${raw(expression)} in (select tc.code_commune from territoire_commune tc
    where tc.territoire_id = any(${[...territoires]}::int[]) and tc.periode @> ${raw(AUJOURDHUI)})`;
}

/** Joins `territoire` (id, nom) for the commune named by this expression; never changes the number of rows. */
export function jointureTerritoire(expression: string): string {
  return `left join lateral (select t.id, t.nom from territoire_commune tc join territoire t on t.id = tc.territoire_id
    where tc.code_commune = ${expression} and tc.periode @> ${AUJOURDHUI} limit 1) territoire on true`;
}

/** Joins the official `commune` (nom) of a code. */
export function jointureCommune(expression: string): string {
  return `left join jalon.commune commune on commune.code = ${expression}`;
}

/** The commune of this expression is named so, or its name begins so; its code is understood too. */
export function communeNommee(expression: string, texte: string): Sql {
  return sql`${raw(expression)} in (select c.code from jalon.commune c
    where c.code = ${texte.trim().toUpperCase()} or c.cle_recherche like ${`${cleCommune(texte)}%`})`;
}
