import { type ChildProcess, spawn } from "node:child_process";
import { listerDepots } from "#droits/flux-caf";
import type { Instance } from "#platform/db/tx.ts";
import { createJobs, type Jobs } from "#platform/jobs/jobs.ts";
import { type Agent, type Deps, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { type Facteur, ouvrirFacteur, porterSansCesse } from "./messages.ts";
import {
  faireTravail,
  IMPORTER_FLUX,
  oublierSansSuite,
  repeterSansCesse,
  tenirLeJour,
} from "./travaux.ts";

interface WorkerOptions {
  /** Of the base. */
  readonly url: string;
  readonly instance: Instance;
  readonly deps: (slug: string) => Promise<Deps>;
  readonly dataFolder: string;
  /** Who carries the messages; they are written in the data folder when absent. */
  readonly facteur?: Facteur;
  readonly onError?: (error: Error) => void;
}

const produit: Agent = {
  id: null,
  nom: "Jalon",
  droits: new Set([
    "flux:importer",
    "courrier:emettre",
    "contrat:suivre",
    "participation:tenir",
    "prescription:expirer",
    "restitution:recevoir",
  ]),
  portee: porteeTotale,
};

/**
 * Takes the jobs of every département, beginning with the runs a dead worker left half written, prints the letters and
 * sends the messages.
 */
export async function startWorker({
  url,
  instance,
  deps,
  dataFolder,
  facteur = ouvrirFacteur({ smtp: null, sms: null, dataFolder }),
  onError = () => undefined,
}: WorkerOptions): Promise<Jobs> {
  const jobs = createJobs({ url, supervise: true, onError });
  const faire = (data: Parameters<typeof faireTravail>[0]) => faireTravail(data, deps, dataFolder);
  const gardes = new Set<string>();
  for (const { slug } of await instance.departements()) {
    for (const { id, depot } of await listerDepots.execute(await deps(slug), produit, {})) {
      gardes.add(depot);
      await jobs.send(
        IMPORTER_FLUX,
        { departement: slug, integrationId: id },
        { key: `${slug}:${id}` },
      );
    }
  }
  await oublierSansSuite(dataFolder, gardes);
  const departements = () => instance.departements();
  const impression = repeterSansCesse({
    departements,
    faire: async (slug, signal) => tenirLeJour(await deps(slug), produit, signal),
    onError,
  });
  const messages = porterSansCesse({ departements, deps, facteur, agent: produit, onError });
  await jobs.work(IMPORTER_FLUX, async (data) => {
    try {
      await faire(data);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  });
  return {
    ...jobs,
    async stop() {
      await impression.stop();
      await messages.stop();
      await facteur.close();
      await jobs.stop();
    },
  };
}

const RESTART_MS = 1000;
const SLOWEST_RESTART_MS = 30_000;

/** Keeps one worker beside the server, as a process of its own: an import never slows a page down. */
export function superviseWorker(script = process.argv[1] ?? ""): { stop(): Promise<void> } {
  let stopping = false;
  let delay = RESTART_MS;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess | null = null;
  const begin = () => {
    const since = Date.now();
    const mine = spawn(process.execPath, [...process.execArgv, script, "travailler"], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child = mine;
    mine.once("error", () => undefined);
    mine.once("exit", () => {
      child = null;
      if (stopping) return;
      // A worker that does not hold is not restarted in a loop.
      delay =
        Date.now() - since > SLOWEST_RESTART_MS
          ? RESTART_MS
          : Math.min(delay * 2, SLOWEST_RESTART_MS);
      timer = setTimeout(begin, delay);
    });
  };
  begin();
  return {
    stop() {
      stopping = true;
      clearTimeout(timer);
      const last = child;
      if (!last) return Promise.resolve();
      return new Promise((resolve) => {
        last.once("exit", () => resolve());
        last.kill("SIGTERM");
      });
    },
  };
}
