import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { imprimerContrats, releverContractualisation } from "#accompagnement/contrat";
import { expirerPrescriptions } from "#accompagnement/prescription";
import { imprimerEnAttente } from "#commun/courrier";
import { deposer, importerDepot, rejouer } from "#echanges/caf";
import { prendreLignes } from "#echanges/tableur";
import { prevoirRestitutions, rappelerRestitutions } from "#financement/restitution-mensuelle";
import { createJobs, type JobData, type Jobs } from "#platform/jobs/jobs.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { type Config, readConfig } from "./config.ts";
import { openDatabase } from "./instance.ts";

/** Writes the run of a file put down on a page. */
export const IMPORTER_FLUX = "importer-flux";

/** Files put down, until their run ends: readable by the account of the service alone. */
function dossierDesDepots(dataFolder: string): string {
  return join(dataFolder, "depots");
}

export interface TravauxOptions {
  /** Asked for at each file, like the queue: routes exist before any configuration is read. */
  readonly dataFolder: () => string;
  /** Called at each job. */
  readonly jobs: () => Promise<Jobs>;
}

/** What the pages of the flows ask of the rest of the product. */
export function portsFlux({ dataFolder, jobs }: TravauxOptions) {
  const lancer = async (deps: Deps, integrationId: number) => {
    const { slug } = deps.base.departement;
    const file = await jobs();
    await file.send(
      IMPORTER_FLUX,
      { departement: slug, integrationId },
      { key: `${slug}:${integrationId}` },
    );
  };
  return {
    async deposer(deps: Deps, agent: Agent, fichier: File): Promise<number> {
      const folder = dossierDesDepots(dataFolder());
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const depot = randomUUID();
      const chemin = join(folder, depot);
      try {
        await fichier
          .stream()
          .pipeTo(Writable.toWeb(createWriteStream(chemin, { flags: "wx", mode: 0o600 })));
        const { integrationId, remplace } = await deposer(deps, agent, {
          chemin,
          nom: fichier.name,
          depot,
        });
        if (remplace !== null) await rm(join(folder, remplace), { force: true });
        await lancer(deps, integrationId);
        return integrationId;
      } catch (error) {
        await rm(chemin, { force: true });
        throw error;
      }
    },
    reprendre: lancer,
    rejouer,
  };
}

/** One job: gives the file back to nobody once its run has ended. */
export async function faireTravail(
  data: JobData,
  depsDe: (slug: string) => Promise<Deps>,
  dataFolder: string,
): Promise<void> {
  const folder = dossierDesDepots(dataFolder);
  const deps = await depsDe(String(data["departement"]));
  const depot = await importerDepot(deps, {
    integrationId: Number(data["integrationId"]),
    chemin: (nom) => join(folder, nom),
  });
  if (depot !== null) await rm(join(folder, depot), { force: true });
}

/** Younger files may still be on their way in: their run is opened once they are whole. */
const EN_CHEMIN_MS = 60 * 60 * 1000;

/** Removes the files no run waits for any more: abandoned, or ended by a process killed before it could. */
export async function oublierSansSuite(
  dataFolder: string,
  gardes: ReadonlySet<string>,
  maintenant = Date.now(),
): Promise<void> {
  const folder = dossierDesDepots(dataFolder);
  for (const nom of await readdir(folder).catch(() => [])) {
    if (gardes.has(nom)) continue;
    const chemin = join(folder, nom);
    const age = maintenant - (await stat(chemin)).mtimeMs;
    if (age > EN_CHEMIN_MS) await rm(chemin, { force: true });
  }
}

/** Every letter and every signed contract that waits in one département, a few a transaction. */
export async function imprimerTout(
  deps: Deps,
  agent: Agent,
  signal?: AbortSignal,
): Promise<number> {
  let imprimes = 0;
  for (const imprimer of [imprimerEnAttente, imprimerContrats]) {
    while (!signal?.aborted) {
      const lot = await imprimer.execute(deps, agent, {});
      if (lot === 0) break;
      imprimes += lot;
    }
  }
  return imprimes;
}

/** Every line asked for of the operators’ spreadsheets, a few a transaction. */
export async function prendreTableurs(
  deps: Deps,
  agent: Agent,
  signal?: AbortSignal,
): Promise<void> {
  while (!signal?.aborted) {
    if ((await prendreLignes.execute(deps, agent, {})) === 0) return;
  }
}

/**
 * What one département waits for all day long; the rate of its contracts is kept once a day, and prescriptions nobody
 * answered are said expired on theirs.
 */
export async function tenirLeJour(deps: Deps, agent: Agent, signal: AbortSignal): Promise<void> {
  await prendreTableurs(deps, agent, signal);
  await imprimerTout(deps, agent, signal);
  if (!signal.aborted) await releverContractualisation.execute(deps, agent, {});
  if (!signal.aborted) await expirerPrescriptions.execute(deps, agent, {});
  if (!signal.aborted) await prevoirRestitutions.execute(deps, agent, {});
  if (!signal.aborted) await rappelerRestitutions.execute(deps, agent, {});
}

const RYTHME_MS = 1000;
const RYTHME_EN_PANNE_MS = 60_000;

interface RepetitionOptions {
  readonly departements: () => Promise<readonly { readonly slug: string }[]>;
  readonly faire: (slug: string, signal: AbortSignal) => Promise<unknown>;
  readonly onError: (error: Error) => void;
}

/**
 * Does for every département, again and again, what acts leave behind them, soon after whichever act left it: no act
 * prints or sends, nor has to ask for it. What fails is tried less and less often.
 */
export function repeterSansCesse(options: RepetitionOptions): { stop(): Promise<void> } {
  const arret = new AbortController();
  const fini = repeter(options, arret.signal);
  return {
    stop() {
      arret.abort();
      return fini;
    },
  };
}

async function repeter(
  { departements, faire, onError }: RepetitionOptions,
  signal: AbortSignal,
): Promise<void> {
  const tenter = tentatives(onError);
  while (!signal.aborted) {
    await tenter(null, async () => {
      for (const { slug } of await departements()) await tenter(slug, () => faire(slug, signal));
    });
    await setTimeout(RYTHME_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** By département, null for their list: one that fails waits alone, the others go on as if it were not there. */
function tentatives(onError: RepetitionOptions["onError"]) {
  const pannes = new Map<string | null, { readonly attente: number; readonly finie: number }>();
  return async (qui: string | null, faire: () => Promise<unknown>): Promise<void> => {
    const panne = pannes.get(qui);
    if (panne && performance.now() < panne.finie) return;
    try {
      await faire();
      pannes.delete(qui);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      const attente = Math.min((panne?.attente ?? RYTHME_MS) * 2, RYTHME_EN_PANNE_MS);
      pannes.set(qui, { attente, finie: performance.now() + attente });
    }
  };
}

interface Ouverts {
  readonly jobs: Jobs;
  close(): Promise<void>;
}

let ouverts: Promise<Ouverts> | null = null;

/** The queue of this process, on the base of its configuration; opened at the first job. */
export async function ouvrirJobs(config: Config = readConfig()): Promise<Jobs> {
  ouverts ??= openDatabase(config).then((database) => ({
    jobs: createJobs({ url: database.url }),
    close: () => database.close(),
  }));
  return (await ouverts).jobs;
}

/** Before the process stops. */
export async function fermerJobs(): Promise<void> {
  const fermes = await ouverts;
  ouverts = null;
  if (!fermes) return;
  await fermes.jobs.stop();
  await fermes.close();
}
