import pg from "pg";
import { DomainError } from "../errors/domain-error.ts";
import { ClientTx } from "./client-tx.ts";
import { quoteIdentifier } from "./identifier.ts";
import type { Migration } from "./migration.ts";
import type { Base, Departement, Instance, Tx } from "./tx.ts";
import { typeParsers } from "./type-parsers.ts";

interface InstanceOptions {
  readonly url: string;
  readonly migrations: readonly Migration[];
  /** Connections open at once. */
  readonly connections?: number;
  /** Runs when the last connection is closed: the embedded server may stop. */
  readonly afterClose?: () => Promise<void>;
}

const DEPARTEMENTS_KEPT_MS = 10_000;
const DEFAULT_CONNECTIONS = 10;

function searchPath(schema: string | null): string {
  const path = schema === null ? [] : [quoteIdentifier(schema)];
  return [...path, "jalon", "public"].join(", ");
}

/** What every transaction begins with. Nothing is set on the session: a pooler may sit between. */
export function beginStatement(schema: string | null, mode = ""): string {
  return `BEGIN ${mode}; SET LOCAL search_path = ${searchPath(schema)}; SET LOCAL timezone = 'UTC'`;
}

export class PoolInstance implements Instance {
  readonly migrations: readonly Migration[];
  readonly #pool: pg.Pool;
  readonly #afterClose: () => Promise<void>;
  #known: { readonly until: number; readonly list: readonly Departement[] } | null = null;

  constructor(pool: pg.Pool, options: InstanceOptions) {
    this.#pool = pool;
    this.migrations = options.migrations;
    this.#afterClose = options.afterClose ?? (() => Promise.resolve());
  }

  /** One transaction with the given schema first in its path; `mode` as `ISOLATION LEVEL …`. */
  async transaction<Result>(
    schema: string | null,
    run: (tx: Tx, client: pg.PoolClient) => Promise<Result>,
    mode = "",
  ): Promise<Result> {
    const client = await this.#pool.connect();
    let broken = false;
    // The pool listens only to those that rest: unheard, a connection cut here would end the process.
    const cut = () => {
      broken = true;
    };
    client.on("error", cut);
    try {
      await client.query(beginStatement(schema, mode));
      const result = await run(new ClientTx(client), client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      if (!(await rollback(client))) broken = true;
      throw error;
    } finally {
      client.off("error", cut);
      client.release(broken);
    }
  }

  /** For what PostgreSQL refuses in a transaction, or does better outside: VACUUM, ANALYZE. */
  async outsideTransaction(text: string): Promise<void> {
    await this.#pool.query(text);
  }

  shared<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.transaction(null, run);
  }

  async departements(): Promise<readonly Departement[]> {
    if (this.#known && this.#known.until > Date.now()) return this.#known.list;
    const list = await this.shared(listDepartements);
    this.#known = { until: Date.now() + DEPARTEMENTS_KEPT_MS, list };
    return list;
  }

  forget(): void {
    this.#known = null;
  }

  async departement(slug: string): Promise<Base> {
    const departement = (await this.departements()).find((one) => one.slug === slug);
    if (!departement) {
      throw new DomainError(
        "departement.inconnu",
        `Le département « ${slug} » n’existe pas ici. « jalon departement lister » donne ceux qui existent.`,
        { slug },
      );
    }
    return {
      departement,
      transaction: (run) => this.transaction(departement.schema, run),
      maintain: (tables) => this.outsideTransaction(vacuum(departement.schema, tables)),
    };
  }

  async close(): Promise<void> {
    await this.#pool.end();
    await this.#afterClose();
  }
}

/** A table somebody else is already vacuuming is left to them. */
function vacuum(schema: string, tables: readonly string[]): string {
  const names = tables.map((table) => `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`);
  return `VACUUM (ANALYZE, SKIP_LOCKED) ${names.join(", ")}`;
}

export function listDepartements(tx: Tx): Promise<Departement[]> {
  return tx.query<Departement>(
    `SELECT slug, code, nom, referentiel, schema_nom AS schema FROM jalon.departement ORDER BY slug`,
  );
}

async function rollback(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query("ROLLBACK");
    return true;
  } catch {
    return false;
  }
}

/** Opens the connections; `migrate` brings the schemas up to date. */
export async function openInstance(options: InstanceOptions): Promise<PoolInstance> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? DEFAULT_CONNECTIONS,
    types: typeParsers,
  });
  // An idle connection cut by the server is replaced by the pool; without a listener Node would stop.
  pool.on("error", () => undefined);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw unreachable(error);
  }
  return new PoolInstance(pool, options);
}

const REFUSALS: Readonly<Record<string, string>> = {
  "28P01": "Le serveur PostgreSQL refuse le mot de passe que donne DATABASE_URL.",
  "28000": "Le serveur PostgreSQL refuse le compte que donne DATABASE_URL.",
  "3D000":
    "Le serveur PostgreSQL n’a pas la base que nomme DATABASE_URL. Créez-la, en UTF-8, puis relancez.",
  "53100": "Le disque de la base est plein : faites de la place, puis relancez.",
  "53300": "Le serveur PostgreSQL n’accepte plus de connexion : il en a trop d’ouvertes.",
};

function unreachable(error: unknown): DomainError {
  return new DomainError(
    "base.injoignable",
    REFUSALS[(error as { code?: string }).code ?? ""] ??
      "La base de données ne répond pas. Vérifiez DATABASE_URL, et que le serveur PostgreSQL est démarré.",
    { detail: error instanceof Error ? error.message : String(error) },
  );
}
