import type { Tx } from "#platform/db/tx.ts";

export interface CommuneDuTerritoire {
  readonly code: string;
  readonly nom: string;
  readonly epci: string | null;
  readonly population: number | null;
  /** First day in this territory. */
  readonly depuis: string;
}

export interface Territoire {
  readonly id: number;
  readonly nom: string;
  readonly depuis: string;
  readonly population: number;
  readonly communes: readonly CommuneDuTerritoire[];
}

export async function existeTerritoire(tx: Tx): Promise<boolean> {
  return (await tx.query("SELECT FROM territoire LIMIT 1")).length > 0;
}

export async function creer(
  tx: Tx,
  { nom, depuis }: { readonly nom: string; readonly depuis: string },
): Promise<number | null> {
  const [cree] = await tx.query<{ id: number }>(
    `INSERT INTO territoire (nom, ordre, periode)
     SELECT $1, coalesce(max(ordre), 0) + 1, daterange($2::date, NULL) FROM territoire
     ON CONFLICT (nom) DO NOTHING RETURNING id`,
    [nom, depuis],
  );
  return cree?.id ?? null;
}

export async function verrouiller(
  tx: Tx,
  id: number,
): Promise<{ readonly nom: string; readonly depuis: string } | null> {
  const [territoire] = await tx.query<{ nom: string; depuis: string }>(
    "SELECT nom, lower(periode) AS depuis FROM territoire WHERE id = $1 FOR UPDATE",
    [id],
  );
  return territoire ?? null;
}

/** Which of these codes are not communes of today of the département. */
export async function communesEtrangeres(
  tx: Tx,
  codes: readonly string[],
  departement: string,
): Promise<readonly string[]> {
  const etrangeres = await tx.query<{ code: string }>(
    `SELECT code FROM unnest($1::text[]) AS code
     WHERE NOT EXISTS (SELECT FROM jalon.commune c
                       WHERE c.code = code.code AND c.departement = $2 AND c.type = 'actuelle')
     ORDER BY code`,
    [codes, departement],
  );
  return etrangeres.map(({ code }) => code);
}

/** From that day on, these communes are in this territory; what came before stays. */
export async function rattacher(
  tx: Tx,
  {
    territoireId,
    codes,
    depuis,
  }: {
    readonly territoireId: number;
    readonly codes: readonly string[];
    readonly depuis: string;
  },
): Promise<number> {
  const [{ changees } = { changees: [] }] = await tx.query<{ changees: string[] }>(
    `SELECT coalesce(array_agg(code), '{}') AS changees FROM unnest($1::text[]) AS code
     WHERE NOT EXISTS (SELECT FROM territoire_commune t
                       WHERE t.code_commune = code AND t.territoire_id = $2
                         AND t.periode @> daterange($3::date, NULL))`,
    [codes, territoireId, depuis],
  );
  await tx.query(
    "DELETE FROM territoire_commune WHERE code_commune = ANY ($1) AND lower(periode) >= $2::date",
    [changees, depuis],
  );
  await tx.query(
    `UPDATE territoire_commune SET periode = daterange(lower(periode), $2::date)
     WHERE code_commune = ANY ($1) AND periode @> $2::date`,
    [changees, depuis],
  );
  await tx.query(
    `INSERT INTO territoire_commune (territoire_id, code_commune, periode)
     SELECT $2, code, daterange($3::date, NULL) FROM unnest($1::text[]) AS code`,
    [changees, territoireId, depuis],
  );
  return changees.length;
}

/** The territories of a day, with their communes. */
export function territoiresAu(tx: Tx, le: string): Promise<Territoire[]> {
  return tx.query<Territoire>(
    `SELECT t.id, t.nom, lower(t.periode)::text AS depuis,
       coalesce(sum(c.population), 0)::int AS population,
       coalesce(json_agg(json_build_object('code', r.code_commune, 'nom', coalesce(c.nom, r.code_commune),
         'epci', e.nom, 'population', c.population, 'depuis', lower(r.periode)::text)
         ORDER BY c.cle_recherche) FILTER (WHERE r.code_commune IS NOT NULL), '[]') AS communes
     FROM territoire t
     LEFT JOIN territoire_commune r ON r.territoire_id = t.id AND r.periode @> $1::date
     LEFT JOIN jalon.commune c ON c.code = r.code_commune
     LEFT JOIN jalon.epci e ON e.code = coalesce(c.ept, c.epci)
     WHERE t.periode @> $1::date
     GROUP BY t.id ORDER BY t.ordre`,
    [le],
  );
}

export function communesSansTerritoire(
  tx: Tx,
  le: string,
  departement: string,
): Promise<{ readonly code: string; readonly nom: string }[]> {
  return tx.query(
    `SELECT c.code, c.nom FROM jalon.commune c
     WHERE c.departement = $2 AND c.type = 'actuelle'
       AND NOT EXISTS (SELECT FROM territoire_commune r
                       WHERE r.code_commune = c.code AND r.periode @> $1::date)
     ORDER BY c.cle_recherche`,
    [le, departement],
  );
}

/** Territory of each commune, today's by default: the one whose period has no end. */
export async function territoireDesCommunes(
  tx: Tx,
  le: string | null = null,
): Promise<ReadonlyMap<string, number>> {
  const lignes = await tx.query<{ code: string; territoire: number }>(
    `SELECT code_commune AS code, territoire_id AS territoire FROM territoire_commune
     WHERE CASE WHEN $1::date IS NULL THEN upper_inf(periode) ELSE periode @> $1::date END`,
    [le],
  );
  return new Map(lignes.map(({ code, territoire }) => [code, territoire]));
}

/** `(id, nom)` in the order of the screens. */
export function nomsDesTerritoires(
  tx: Tx,
): Promise<{ readonly id: number; readonly nom: string }[]> {
  return tx.query("SELECT id, nom FROM territoire ORDER BY ordre");
}
