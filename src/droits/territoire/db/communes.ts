import type { Tx } from "#platform/db/tx.ts";
import { cleCommune } from "../domain/cle-commune.ts";
import type { DecoupageOfficiel } from "./decoupage-officiel.ts";

const COLONNES = [
  "code",
  "nom",
  "autres_noms",
  "departement",
  "arrondissement",
  "epci",
  "ept",
  "codes_postaux",
  "population",
  "type",
  "chef_lieu",
  "cle_recherche",
  "version",
] as const;

export async function estCharge(tx: Tx, version: string): Promise<boolean> {
  const connues = await tx.query("SELECT FROM jalon.decoupage WHERE version = $1", [version]);
  return connues.length > 0;
}

/** Two processes may start on one base: the second waits, then finds the work done. */
export async function verrouillerDecoupage(tx: Tx): Promise<void> {
  await tx.query("LOCK TABLE jalon.decoupage IN SHARE ROW EXCLUSIVE MODE");
}

export async function ecrireDecoupage(tx: Tx, decoupage: DecoupageOfficiel): Promise<number> {
  const { version, communes, epci } = decoupage;
  await tx.query(
    "CREATE TEMP TABLE commune_lue (LIKE jalon.commune INCLUDING DEFAULTS) ON COMMIT DROP",
  );
  const lignes = communes.map((commune) => [
    commune.code,
    commune.nom,
    commune.autresNoms,
    commune.departement,
    commune.arrondissement,
    commune.epci,
    commune.ept,
    commune.codesPostaux,
    commune.population,
    commune.type,
    commune.chefLieu,
    [commune.nom, ...commune.autresNoms].map(cleCommune).join(" "),
    version,
  ]);
  const ecrites = await tx.copyRows("commune_lue", COLONNES, lignes);
  await tx.query(
    `INSERT INTO jalon.commune (${COLONNES.join(", ")})
     SELECT ${COLONNES.join(", ")} FROM commune_lue
     ON CONFLICT (code) DO UPDATE
     SET ${COLONNES.slice(1)
       .map((colonne) => `${colonne} = excluded.${colonne}`)
       .join(", ")}`,
  );
  await tx.query("DROP TABLE commune_lue");
  await tx.query(
    `INSERT INTO jalon.epci (code, nom, type, version)
     SELECT *, $4 FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (code) DO UPDATE
     SET nom = excluded.nom, type = excluded.type, version = excluded.version`,
    [
      epci.map(({ code }) => code),
      epci.map(({ nom }) => nom),
      epci.map(({ type }) => type),
      version,
    ],
  );
  await tx.query("INSERT INTO jalon.decoupage (version) VALUES ($1)", [version]);
  return ecrites;
}

export interface CommuneTrouvee {
  readonly code: string;
  readonly nom: string;
  readonly departement: string;
  readonly codesPostaux: readonly string[];
  readonly population: number | null;
  readonly epci: string | null;
  readonly codeEpci: string | null;
}

/** Communes of today whose name, postal code or INSEE code begins so; else whose name resembles. */
export function chercherCommunes(
  tx: Tx,
  criteres: {
    readonly texte: string;
    readonly departement: string | null;
    readonly limite: number;
  },
): Promise<CommuneTrouvee[]> {
  const { texte, departement, limite } = criteres;
  return tx.query<CommuneTrouvee>(
    `SELECT c.code, c.nom, c.departement, c.codes_postaux AS "codesPostaux", c.population, e.nom AS epci,
       e.code AS "codeEpci"
     FROM jalon.commune c
     LEFT JOIN jalon.epci e ON e.code = coalesce(c.ept, c.epci)
     WHERE c.type = 'actuelle' AND ($2::text IS NULL OR c.departement = $2)
       AND (c.cle_recherche LIKE '%' || $1 || '%' OR c.code = upper($1) OR $1 = ANY (c.codes_postaux)
            OR c.cle_recherche % $1)
     ORDER BY (c.cle_recherche = $1) DESC, (c.cle_recherche LIKE $1 || '%') DESC,
       similarity(c.cle_recherche, $1) DESC, c.population DESC NULLS LAST, c.code
     LIMIT $3`,
    [cleCommune(texte), departement, limite],
  );
}

/** Communes of today of a département, with what designates their territory. */
export function communesDuDepartement(
  tx: Tx,
  departement: string,
): Promise<
  {
    readonly code: string;
    readonly epci: string | null;
    readonly ept: string | null;
    readonly arrondissement: string | null;
  }[]
> {
  return tx.query(
    `SELECT code, epci, ept, arrondissement FROM jalon.commune
     WHERE departement = $1 AND type = 'actuelle' ORDER BY code`,
    [departement],
  );
}

/** A département has communes in the official division. */
export async function departementConnu(tx: Tx, code: string): Promise<boolean> {
  const communes = await tx.query("SELECT FROM jalon.commune WHERE departement = $1 LIMIT 1", [
    code,
  ]);
  return communes.length > 0;
}
