import { echeancesAgenda } from "#accompagnement/agenda";
import { echeancesContrat, requetesContrat } from "#accompagnement/contrat";
import { echeancesEntretien, requetesEntretien } from "#accompagnement/entretien";
import { echeancesOrientation, requetesOrientation } from "#accompagnement/orientation";
import { echeancesAccompagnement, echeancesManquement } from "#accompagnement/parcours";
import { echeancesPrescription } from "#accompagnement/prescription";
import { requetesDossier } from "#droits/dossier";
import { echeancesSejour } from "#offre/participation";
import type { Command } from "#platform/cli/command.ts";
import { runCli } from "#platform/cli/run-cli.ts";
import { commandesContrat } from "../accompagnement/contrat/cli.ts";
import { commandesOrientation } from "../accompagnement/orientation/cli.ts";
import { commandesAgent } from "../commun/agent/cli.ts";
import { commandesEcheance } from "../commun/echeance/cli.ts";
import { commandesJournal } from "../commun/journal/cli.ts";
import { commandesDossier } from "../droits/dossier/cli.ts";
import { commandesCaf } from "../echanges/caf/cli.ts";
import { commandesTableur } from "../echanges/tableur/cli.ts";
import { commandesRequete } from "../pilotage/requete/cli.ts";
import { commandeDemo } from "./commandes/demo.ts";
import { commandesDepartement } from "./commandes/departement.ts";
import { commandesSauvegarde } from "./commandes/sauvegarde.ts";
import { commandeServir } from "./commandes/servir.ts";
import { commandeTravailler } from "./commandes/travailler.ts";
import { readConfig } from "./config.ts";
import { openDeps, openJalon } from "./instance.ts";

const commandes: readonly Command[] = [
  commandeServir,
  commandeTravailler,
  commandeDemo,
  ...commandesAgent,
  ...commandesCaf,
  ...commandesContrat,
  ...commandesDepartement,
  ...commandesDossier,
  ...commandesEcheance([
    echeancesOrientation,
    echeancesContrat,
    echeancesSejour,
    echeancesAccompagnement,
    echeancesManquement,
    echeancesAgenda,
    echeancesEntretien,
    echeancesPrescription,
  ]),
  ...commandesJournal,
  ...commandesOrientation,
  ...commandesRequete([
    ...requetesDossier,
    ...requetesOrientation,
    ...requetesContrat,
    ...requetesEntretien,
  ]),
  ...commandesSauvegarde,
  ...commandesTableur,
];

/** A terminal gives Ctrl-C to the process and to its parent, which passes it on: the same request twice. */
const SAME_REQUEST_MS = 500;
const INTERRUPTED = 130;

const stop = new AbortController();
let stoppedAt = 0;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    if (!stop.signal.aborted) stoppedAt = Date.now();
    else if (Date.now() - stoppedAt > SAME_REQUEST_MS) process.exit(INTERRUPTED);
    stop.abort();
  });
}

process.exitCode = await runCli(process.argv.slice(2), commandes, {
  stdout: process.stdout,
  stderr: process.stderr,
  openInstance: async () => openJalon(readConfig()),
  deps: async (instance, slug) => openDeps(readConfig(), instance, slug),
  signal: stop.signal,
  exit: (code) => process.exit(code),
});

// What was asked to stop has stopped: neither the channel to its parent nor a timer of a library keeps the process.
if (stop.signal.aborted) process.exit();
