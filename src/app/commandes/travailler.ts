import type { Command } from "#platform/cli/command.ts";
import { readConfig } from "../config.ts";
import { openDatabase } from "../instance.ts";
import { ouvrirFacteur } from "../messages.ts";
import { startWorker } from "../worker.ts";

export const commandeTravailler: Command = {
  name: "travailler",
  summary:
    "Fait les longs travaux (fichiers déposés, impression, envoi des messages) ; « servir » le lance de lui-même",
  stopsItself: true,
  async run({ instance, deps, signal }) {
    const config = readConfig();
    const ouverte = await instance();
    const database = await openDatabase(config);
    const jobs = await startWorker({
      url: database.url,
      instance: ouverte,
      deps,
      dataFolder: config.dataFolder,
      facteur: ouvrirFacteur(config),
      onError: (error) => process.stderr.write(`travail : ${error.message}\n`),
    });
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve(), { once: true });
      // The server that started this worker is gone: so is the work.
      if (process.connected) process.once("disconnect", () => resolve());
    });
    await jobs.stop();
    await database.close();
    return { arrete: true };
  },
  print: () => "Les travaux sont arrêtés.",
};
