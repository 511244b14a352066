import type { Command } from "#platform/cli/command.ts";
import { runCli } from "#platform/cli/run-cli.ts";
import { commandesCaf } from "../echanges/caf/cli.ts";
import { commandeDemo } from "./commandes/demo.ts";
import { commandesDepartement } from "./commandes/departement.ts";
import { commandeServir } from "./commandes/servir.ts";
import { commandesSauvegarde } from "./commandes/sauvegarde.ts";
import { readConfig } from "./config.ts";
import { openDeps, openJalon } from "./instance.ts";

const commandes: readonly Command[] = [
  commandeServir,
  commandeDemo,
  ...commandesCaf,
  ...commandesDepartement, ...commandesSauvegarde];

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());

process.exitCode = await runCli(process.argv.slice(2), commandes, {
  stdout: process.stdout,
  stderr: process.stderr,
  openInstance: async () => openJalon(readConfig()),
  deps: async (instance, slug) => openDeps(readConfig(), instance, slug),
  signal: stop.signal,
  exit: (code) => process.exit(code),
});
