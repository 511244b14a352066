import { join } from "node:path";
import type { Command } from "#platform/cli/command.ts";
import { UsageError } from "#platform/cli/parse.ts";
import { HIGHEST_PORT, readConfig } from "../config.ts";
import { identifiantsDemonstration, motDePasseDemonstration } from "../demonstration/comptes.ts";
import {
  attendDemonstration,
  installerDemonstration,
  porteDemonstration,
} from "../demonstration.ts";
import { openKeys } from "../instance.ts";
import { startServer } from "../server.tsx";
import { fermerJobs } from "../travaux.ts";
import { superviseWorker } from "../worker.ts";
import { asPool } from "./as-pool.ts";

const clientFolder = join(import.meta.dirname, "client");

export const commandeServir: Command = {
  name: "servir",
  summary: "Sert les pages ; crée la démonstration si l’instance est vide",
  options: {
    port: { type: "string", help: "port d’écoute (à défaut PORT, sinon 3000)" },
    "sans-travaux": {
      type: "boolean",
      help: "laisse les longs travaux à « jalon travailler », lancé à part",
    },
    "sans-demo": { type: "boolean", help: "ne crée pas la démonstration dans une instance vide" },
  },
  stopsItself: true,
  async run({ options, instance, deps, signal, progress }) {
    const config = readConfig();
    const port = options["port"] === undefined ? config.port : givenPort(String(options["port"]));
    const ouverte = asPool(await instance());
    const { dataFolder: dossierDonnees } = config;
    if (options["sans-demo"] !== true && (await attendDemonstration(ouverte, dossierDonnees))) {
      process.stderr.write("Création de la démonstration (moins de deux minutes)…\n");
      await installerDemonstration({ instance: ouverte, deps, dossierDonnees, avancer: progress });
    }
    const server = await startServer({
      instance: ouverte,
      secrets: await openKeys(config, ouverte),
      port,
      publicUrl: config.publicUrl,
      dataFolder: config.dataFolder,
      clientFolder,
      requestTraces: config.requestTraces,
    });
    const worker = options["sans-travaux"] === true ? null : superviseWorker();
    process.stderr.write(await annonce(server.url, ouverte, porteDemonstration(dossierDonnees)));
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await server.stop();
    await worker?.stop();
    await fermerJobs();
    return { arrete: true };
  },
  print: () => "Jalon est arrêté.",
};

function givenPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= HIGHEST_PORT) return port;
  throw new UsageError(
    `--port attend un nombre de 0 à ${HIGHEST_PORT}, pas « ${text} ».`,
    commandeServir,
  );
}

async function annonce(
  url: string,
  instance: ReturnType<typeof asPool>,
  demonstration: boolean,
): Promise<string> {
  const departements = await instance.departements();
  return [
    `\nJalon est ouvert : ${url}`,
    ...departements.map(({ slug, nom }) => `  ${nom} : ${url}/${slug}`),
    ...(demonstration
      ? [
          `Comptes de démonstration (mot de passe « ${motDePasseDemonstration} ») : ${identifiantsDemonstration.join(", ")}`,
        ]
      : []),
    "Ctrl-C pour arrêter.\n",
  ].join("\n");
}
