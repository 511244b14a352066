import type { Tx } from "#platform/db/tx.ts";

/** Absences of each of these persons that wait for the référent’s word; who has none is absent. */
export async function compterAbsences(
  tx: Tx,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const lignes = await tx.query<{ personneId: number; nombre: number }>(
    `select personne_id as "personneId", count(*)::int as nombre from absence_a_examiner
     where personne_id = any($1::int[]) and issue is null group by personne_id`,
    [personnes],
  );
  return new Map(lignes.map(({ personneId, nombre }) => [personneId, nombre]));
}

/** How many periods of these référents ran on each of these days, in their order. */
export async function lireTendance(
  tx: Tx,
  referents: readonly number[],
  jours: readonly string[],
): Promise<readonly number[]> {
  const lignes = await tx.query<{ nombre: number }>(
    `select (select count(*)::int from accompagnement a where a.referent_id = any($1::int[]) and not a.annule
       and a.periode @> j.jour) as nombre
     from unnest($2::date[]) with ordinality as j(jour, rang) order by j.rang`,
    [referents, jours],
  );
  return lignes.map(({ nombre }) => nombre);
}

export interface PeriodeEnBref {
  readonly regle: string;
  readonly depuis: string;
  readonly terme: string | null;
  /** Its counter runs, and stands still that day. */
  readonly suspendu: boolean;
}

/** What runs for these persons, as a caseload counts it. */
export async function lirePeriodesEnBref(
  tx: Tx,
  personnes: readonly number[],
  le: string,
): Promise<ReadonlyMap<number, PeriodeEnBref>> {
  const lignes = await tx.query<PeriodeEnBref & { readonly personneId: number }>(
    `select a.personne_id as "personneId", a.regle, lower(a.periode) as depuis, a.terme,
       a.compte_du is not null and exists (select from suspension_accompagnement s
         where s.accompagnement_id = a.id and s.periode @> $2::date) as suspendu
     from accompagnement a
     where a.personne_id = any($1::int[]) and upper_inf(a.periode) and not a.annule`,
    [personnes, le],
  );
  return new Map(lignes.map((ligne) => [ligne.personneId, ligne]));
}
