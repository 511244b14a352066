import { DomainError } from "../errors/domain-error.ts";
import { quoteIdentifier } from "./identifier.ts";
import { listDepartements, type PoolInstance } from "./instance.ts";
import type { Migration } from "./migration.ts";
import type { Departement, Tx } from "./tx.ts";

/** Any constant does; all processes of one base take the same. */
export const LOCK = "SELECT pg_advisory_xact_lock(7420180321)";

const LEDGER = `CREATE TABLE IF NOT EXISTS migration_appliquee (
  nom          text PRIMARY KEY,
  appliquee_le timestamptz NOT NULL DEFAULT now()
)`;

interface NouveauDepartement {
  readonly slug: string;
  readonly code: string;
  readonly nom: string;
  readonly referentiel: string;
}

/** Orders the steps, and refuses two with one number: the order of a file list must not decide. */
export function sortMigrations(migrations: readonly Migration[]): Migration[] {
  const sorted = [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1));
  const numbers = new Set<string>();
  for (const { name } of sorted) {
    const number = /^(\d{4})-[a-z0-9-]+$/.exec(name)?.[1];
    if (number === undefined) throw new Error(`migration ${name}: expected 0003-integration`);
    if (numbers.has(number)) throw new Error(`migration ${name}: the number is taken`);
    numbers.add(number);
  }
  return sorted;
}

/** Brings the shared schema, then every département's, up to date. Concurrent callers wait for each other. */
export async function migrate(instance: PoolInstance): Promise<readonly string[]> {
  const sorted = sortMigrations(instance.migrations);
  if (await isUpToDate(instance, sorted)) return [];
  await requireFit(instance);
  const done = await instance.shared(async (tx) => {
    await tx.query(LOCK);
    await tx.query("CREATE SCHEMA IF NOT EXISTS jalon");
    return applyMigrations(tx, "jalon", only(sorted, "shared"));
  });
  instance.forget();
  for (const { slug, schema } of await instance.departements()) {
    const applied = await instance.transaction(schema, async (tx) => {
      await tx.query(LOCK);
      return applyMigrations(tx, schema, only(sorted, "departement"));
    });
    done.push(...applied.map((name) => `${slug}: ${name}`));
  }
  return done;
}

const OLDEST = 15;

/** Said before anything is written there. The embedded server is made fit. */
async function requireFit(instance: PoolInstance): Promise<void> {
  const [server] = await instance.shared((tx) =>
    tx.query<{ version: number; encodage: string; creatable: boolean }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version,
              current_setting('server_encoding') AS encodage,
              has_database_privilege(current_database(), 'CREATE') AS creatable`,
    ),
  );
  if (server === undefined) return;
  const refus = [
    server.version < OLDEST &&
      `Ce serveur est PostgreSQL ${server.version} : il faut la version ${OLDEST} ou une plus récente.`,
    server.encodage !== "UTF8" &&
      `Cette base est en ${server.encodage} : créez-en une en UTF-8 (createdb --encoding=UTF8 --template=template0).`,
    !server.creatable &&
      "Le compte de DATABASE_URL ne peut pas créer de schéma dans cette base : donnez-lui ce droit (GRANT CREATE ON DATABASE), ou faites-l’en propriétaire.",
  ].find((one) => one !== false);
  if (refus !== undefined) throw new DomainError("base.inadaptee", refus);
}

export async function createDepartement(
  instance: PoolInstance,
  nouveau: NouveauDepartement,
): Promise<Departement> {
  const { slug, code, nom, referentiel } = nouveau;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug) || slug.length > 50) {
    throw new DomainError(
      "departement.slug-invalide",
      `« ${slug} » ne peut pas servir d’adresse : des minuscules sans accent, des chiffres et des traits d’union (haute-marne).`,
      { slug },
    );
  }
  const schema = `dep_${slug.replaceAll("-", "_")}`;
  await instance.transaction(schema, async (tx) => {
    await tx.query(LOCK);
    const [created] = await tx.query(
      `INSERT INTO jalon.departement (slug, code, nom, referentiel, schema_nom)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING slug`,
      [slug, code, nom, referentiel, schema],
    );
    if (!created) {
      throw new DomainError("departement.existe-deja", `Le département « ${slug} » existe déjà.`, {
        slug,
      });
    }
    await tx.query(`CREATE SCHEMA ${quoteIdentifier(schema)}`);
    await applyMigrations(tx, schema, only(sortMigrations(instance.migrations), "departement"));
  });
  instance.forget();
  return { slug, code, nom, referentiel, schema };
}

function only(migrations: readonly Migration[], scope: Migration["scope"]): Migration[] {
  return migrations.filter((migration) => migration.scope === scope);
}

export async function applyMigrations(
  tx: Tx,
  schema: string,
  migrations: readonly Migration[],
): Promise<string[]> {
  await tx.query(`SET LOCAL search_path = ${quoteIdentifier(schema)}, jalon, public`);
  await tx.query(LEDGER);
  const known = await tx.query<{ nom: string }>("SELECT nom FROM migration_appliquee");
  const applied = new Set(known.map((row) => row.nom));
  const names: string[] = [];
  for (const { name, sql } of migrations) {
    if (applied.has(name)) continue;
    await tx.query(sql);
    await tx.query("INSERT INTO migration_appliquee (nom) VALUES ($1)", [name]);
    names.push(name);
  }
  return names;
}

/** Read without the lock, so that an ordinary start waits for nobody. */
async function isUpToDate(
  instance: PoolInstance,
  migrations: readonly Migration[],
): Promise<boolean> {
  return instance.shared(async (tx) => {
    const [found] = await tx.query<{ found: string | null }>(
      "SELECT to_regclass('jalon.departement')::text AS found",
    );
    if (!found?.found) return false;
    if (!(await hasAll(tx, "jalon", only(migrations, "shared")))) return false;
    const wanted = only(migrations, "departement");
    for (const { schema } of await listDepartements(tx)) {
      if (!(await hasAll(tx, schema, wanted))) return false;
    }
    return true;
  });
}

async function hasAll(tx: Tx, schema: string, migrations: readonly Migration[]): Promise<boolean> {
  const [row] = await tx.query<{ nombre: number }>(
    `SELECT count(*) AS nombre FROM ${quoteIdentifier(schema)}.migration_appliquee WHERE nom = ANY($1)`,
    [migrations.map((migration) => migration.name)],
  );
  return row?.nombre === migrations.length;
}
