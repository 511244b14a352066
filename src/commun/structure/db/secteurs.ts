import type { Tx } from "#platform/db/tx.ts";
import type { Dite, Periode } from "../domain/periodes.ts";

export interface Secteur extends Periode {
  readonly type: string;
  /** `null`: the whole département. */
  readonly territoireId: number | null;
}

export interface Capacite extends Periode {
  readonly type: string;
  readonly places: number;
}

export function secteursDe(tx: Tx, structureId: number): Promise<Secteur[]> {
  return tx.query<Secteur>(
    `select type_orientation as type, territoire_id as "territoireId", lower(periode) as du, upper(periode) as jusque
     from structure_secteur where structure_id = $1
     order by type_orientation, territoire_id nulls first, lower(periode)`,
    [structureId],
  );
}

export function capacitesDe(tx: Tx, structureId: number): Promise<Capacite[]> {
  return tx.query<Capacite>(
    `select type_orientation as type, places, lower(periode) as du, upper(periode) as jusque
     from capacite where structure_id = $1 order by type_orientation, lower(periode)`,
    [structureId],
  );
}

/** The periods of one sector, written anew. */
export async function ecrireSecteur(
  tx: Tx,
  structureId: number,
  { type, territoireId }: Pick<Secteur, "type" | "territoireId">,
  dites: readonly Dite<boolean>[],
): Promise<void> {
  await tx.query(
    `delete from structure_secteur
     where structure_id = $1 and type_orientation = $2 and territoire_id is not distinct from $3`,
    [structureId, type, territoireId],
  );
  await tx.query(
    `insert into structure_secteur (structure_id, type_orientation, territoire_id, periode)
     select $1, $2, $3, daterange(du, jusque) from unnest($4::date[], $5::date[]) as p(du, jusque)`,
    [structureId, type, territoireId, dites.map(({ du }) => du), dites.map(({ jusque }) => jusque)],
  );
}

/** The periods of the places of one type, written anew. */
export async function ecrireCapacites(
  tx: Tx,
  structureId: number,
  type: string,
  dites: readonly Dite<number>[],
): Promise<void> {
  await tx.query("delete from capacite where structure_id = $1 and type_orientation = $2", [
    structureId,
    type,
  ]);
  await tx.query(
    `insert into capacite (structure_id, type_orientation, places, periode)
     select $1, $2, places, daterange(du, jusque) from unnest($3::int[], $4::date[], $5::date[]) as p(places, du, jusque)`,
    [
      structureId,
      type,
      dites.map(({ valeur }) => valeur),
      dites.map(({ du }) => du),
      dites.map(({ jusque }) => jusque),
    ],
  );
}
