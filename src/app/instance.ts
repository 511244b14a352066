import { lireUnNirScelle } from "#droits/dossier";
import { openSecrets } from "#platform/auth/secrets.ts";
import { openEmbeddedServer } from "#platform/db/embarque/server.ts";
import { openInstance, type PoolInstance } from "#platform/db/instance.ts";
import { migrate } from "#platform/db/migrate.ts";
import type { Instance } from "#platform/db/tx.ts";
import type { Deps, Secrets } from "#platform/usecase/define-use-case.ts";
import type { Config } from "./config.ts";
import { createDeps } from "./deps.ts";
import { migrations } from "./migrations.ts";

export interface DatabaseAccess {
  readonly url: string;
  close(): Promise<void>;
}

/** The server of `DATABASE_URL`, or the embedded one, started when it does not run yet. */
export async function openDatabase(config: Config): Promise<DatabaseAccess> {
  if (config.databaseUrl !== null) {
    return { url: config.databaseUrl, close: () => Promise.resolve() };
  }
  return openEmbeddedServer({ dataFolder: config.dataFolder, system: config.systemPostgres });
}

/** The instance of this configuration, its schemas up to date. */
export async function openJalon(config: Config): Promise<PoolInstance> {
  const database = await openDatabase(config);
  try {
    const instance = await openInstance({
      url: database.url,
      migrations,
      afterClose: () => database.close(),
    });
    await migrate(instance);
    return instance;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** With the key of the instance, which must be the one that sealed its NIRs. */
export async function openKeys(config: Config, instance: Instance): Promise<Secrets> {
  return openSecrets(await anySealed(instance), config.dataFolder, config.key);
}

async function anySealed(instance: Instance): Promise<Buffer | null> {
  for (const { slug } of await instance.departements()) {
    const base = await instance.departement(slug);
    const sealed = await base.transaction(lireUnNirScelle);
    if (sealed) return sealed;
  }
  return null;
}

/** What acts need for one département. */
export async function openDeps(config: Config, instance: Instance, slug: string): Promise<Deps> {
  return createDeps(instance, slug, await openKeys(config, instance));
}
