import type { Sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { PeriodeDePlaces } from "../domain/places.ts";
import { periode } from "./actions.ts";

/** Places taken in the action this expression names at the end of a day, as a number of SQL. */
export type PlacesPrises = (action: string, le: string) => Sql;

/** Places of one action for a time; `au` is the first day they no longer hold. */
export interface PlacesPeriode extends PeriodeDePlaces {
  readonly actionId: number;
}

/** The places of these actions, oldest first. */
export function lirePlaces(tx: Tx, actions: readonly number[]): Promise<readonly PlacesPeriode[]> {
  return tx.query<PlacesPeriode>(
    `select action_id as "actionId", lower(periode) as du, upper(periode) as au, places,
       places_quartiers as "placesQuartiers"
     from place_action where action_id = any($1::int[]) order by action_id, lower(periode)`,
    [[...new Set(actions)]],
  );
}

export interface PlacesDites extends PeriodeDePlaces {
  readonly texte: string | null;
  readonly definieLe: string;
  readonly definiePar: number | null;
}

/** What was agreed of one action, with who wrote it and when. */
export function placesDites(tx: Tx, actionId: number): Promise<readonly PlacesDites[]> {
  return tx.query<PlacesDites>(
    `select lower(periode) as du, upper(periode) as au, places, places_quartiers as "placesQuartiers", texte,
       definie_le as "definieLe", definie_par as "definiePar"
     from place_action where action_id = $1 order by lower(periode)`,
    [actionId],
  );
}

/** The places of one action, written anew. */
export async function ecrirePlaces(
  tx: Tx,
  actionId: number,
  dites: readonly PlacesDites[],
): Promise<void> {
  await tx.query("delete from place_action where action_id = $1", [actionId]);
  await insererPlaces(
    tx,
    dites.map((une) => ({ ...une, actionId })),
  );
}

export async function insererPlaces(
  tx: Tx,
  lignes: readonly (PlacesDites & { readonly actionId: number })[],
): Promise<void> {
  await tx.copyRows(
    "place_action",
    ["action_id", "places", "places_quartiers", "periode", "texte", "definie_le", "definie_par"],
    lignes.map((une) => [
      une.actionId,
      une.places,
      une.placesQuartiers,
      periode(une.du, une.au),
      une.texte,
      une.definieLe,
      une.definiePar,
    ]),
  );
}
