import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject, test } from "vitest";
import { createSecrets } from "../auth/secrets.ts";
import { withDatabase } from "../db/database-url.ts";
import { beginStatement, openInstance, type PoolInstance } from "../db/instance.ts";
import type { Migration } from "../db/migration.ts";
import type { Base, Departement } from "../db/tx.ts";
import { typeParsers } from "../db/type-parsers.ts";
import { type Agent, type Deps, porteeTotale } from "../usecase/define-use-case.ts";
import { everyRight } from "../usecase/every-right.ts";
import { savepointBase } from "./savepoint-base.ts";

/** What the global set-up hands to the tests. */
interface BaseEssai {
  /** A database from which others are created. */
  readonly adminUrl: string;
  readonly template: string;
  readonly departement: Departement;
}

declare module "vitest" {
  interface ProvidedContext {
    baseEssai: BaseEssai;
  }
}

interface Wiring {
  readonly migrations: readonly Migration[];
  readonly journal: Deps["journal"];
  readonly reactions: Deps["reactions"];
}

interface AvecBase {
  readonly base: Base;
  readonly deps: Deps;
}

interface AvecInstance extends AvecBase {
  readonly instance: PoolInstance;
  readonly url: string;
}

let wiring: Wiring = { migrations: [], journal: () => Promise.resolve(), reactions: [] };

/** Called by the set-up file of `src/app/testing/`: this folder knows no module. */
export function wireTests(given: Wiring): void {
  wiring = given;
}

const secrets = createSecrets(Buffer.alloc(32, 7));

export const instantDesEssais = new Date("2026-11-22T09:00:00Z");

function depsOf(base: Base): Deps {
  const { journal, reactions } = wiring;
  return { base, now: () => instantDesEssais, journal, secrets, reactions };
}

/** Every right over the whole département, unless told otherwise. */
export function unAgent(champs: Partial<Agent> = {}): Agent {
  return { id: null, nom: "Essai", droits: everyRight, portee: porteeTotale, ...champs };
}

let pool: pg.Pool | null = null;

async function workerPool(): Promise<pg.Pool> {
  if (pool) return pool;
  const { adminUrl, template } = inject("baseEssai");
  // biome-ignore lint/style/noProcessEnv: the runner says this way which of its workers we are
  const database = `${template}_${process.env["VITEST_POOL_ID"] ?? "0"}`;
  await asAdmin(adminUrl, async (admin) => {
    const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [
      database,
    ]);
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${database} TEMPLATE ${template}`);
  });
  pool = new pg.Pool({
    connectionString: withDatabase(adminUrl, database),
    types: typeParsers,
    max: 4,
  });
  return pool;
}

afterAll(async () => {
  await pool?.end();
  pool = null;
});

/** One transaction on the département `essai`, rolled back at the end. */
export function testAvecBase(title: string, run: (given: AvecBase) => Promise<void>): void {
  test(title, async () => {
    const { departement } = inject("baseEssai");
    const client = await (await workerPool()).connect();
    try {
      await client.query(beginStatement(departement.schema));
      const base = savepointBase(client, departement);
      await run({ base, deps: depsOf(base) });
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
}

/** A database of its own, for what commits, kills or opens several connections. */
export function testAvecInstance(
  title: string,
  run: (given: AvecInstance) => Promise<void>,
  timeout?: number,
): void {
  test(title, { ...(timeout !== undefined && { timeout }) }, async () => {
    const { adminUrl, template, departement } = inject("baseEssai");
    const database = `${template}_i${randomBytes(4).toString("hex")}`;
    const url = withDatabase(adminUrl, database);
    await asAdmin(adminUrl, (admin) =>
      admin.query(`CREATE DATABASE ${database} TEMPLATE ${template}`),
    );
    const instance = await openInstance({ url, migrations: wiring.migrations });
    try {
      const base = await instance.departement(departement.slug);
      await run({ instance, url, base, deps: depsOf(base) });
    } finally {
      await instance.close();
      await asAdmin(adminUrl, (admin) => admin.query(`DROP DATABASE ${database} WITH (FORCE)`));
    }
  });
}

async function asAdmin(url: string, run: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await run(admin);
  } finally {
    await admin.end();
  }
}
