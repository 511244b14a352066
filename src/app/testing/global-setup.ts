import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { withDatabase } from "#platform/db/database-url.ts";
import { openEmbeddedServer } from "#platform/db/embarque/server.ts";
import { openInstance } from "#platform/db/instance.ts";
import { migrate } from "#platform/db/migrate.ts";
import { creerDepartement } from "../creer-departement.ts";
import { migrations } from "../migrations.ts";

interface Cluster {
  readonly url: string;
  close(): Promise<void>;
}

/** The server of `JALON_TEST_DATABASE_URL` when given, else an embedded one of this run alone. */
function openCluster(folder: string): Promise<Cluster> {
  const url = process.env["JALON_TEST_DATABASE_URL"];
  if (url) return Promise.resolve({ url, close: () => Promise.resolve() });
  return openEmbeddedServer({
    dataFolder: join(folder, "base"),
    settings: ["fsync=off", "full_page_writes=off", "synchronous_commit=off"],
  });
}

/** Where the run and every test of it put what they write: nothing is left behind. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "jalon-essais-"));
  // The embedded server may run under an account of its own.
  chmodSync(folder, 0o755);
  process.env["TMPDIR"] = folder;
  return folder;
}

/** One server and one template for the whole run: every migration, the communes, and the département `essai`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder();
  const cluster = await openCluster(folder);
  const template = `jalon_essai_${randomBytes(4).toString("hex")}`;
  await asAdmin(cluster.url, (admin) => admin.query(`CREATE DATABASE ${template}`));
  const instance = await openInstance({ url: withDatabase(cluster.url, template), migrations });
  await migrate(instance);
  const departement = await creerDepartement(instance, {
    slug: "essai",
    code: "80",
    nom: "Essai",
    referentiel: "somme-2025",
  });
  await instance.close();
  project.provide("baseEssai", { adminUrl: cluster.url, template, departement });
  return async () => {
    await dropDatabases(cluster.url, template);
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function dropDatabases(url: string, template: string): Promise<void> {
  await asAdmin(url, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname LIKE $1",
      [`${template}%`],
    );
    for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
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
