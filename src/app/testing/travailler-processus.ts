/** A worker to be killed: `node travailler-processus.ts URL DOSSIER`. */
import { createSecrets } from "#platform/auth/secrets.ts";
import { openInstance } from "#platform/db/instance.ts";
import { createDeps } from "../deps.ts";
import { startWorker } from "../worker.ts";

const [url = "", dataFolder = ""] = process.argv.slice(2);
const instance = await openInstance({ url, migrations: [] });
await startWorker({
  url,
  instance,
  dataFolder,
  deps: (slug) => createDeps(instance, slug, createSecrets(Buffer.alloc(32, 7))),
});
