import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { createDepartement } from "#platform/db/migrate.ts";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { ecrireFlux } from "../generateur/ecrire-flux.ts";
import { importerFlux } from "./importer-flux.ts";
import { contenu, ecarts } from "./testing/contenu.ts";
import type { Ordre } from "./testing/importer-processus.ts";
import { structure } from "./testing/structure.ts";

const DOSSIERS = 600;
const LOT = 40;
const TUERIES = 20;
const processus = new URL("./testing/importer-processus.ts", import.meta.url);

/** Runs the import in a process of its own; killed after the delay, if it has not ended before. */
function lancer(ordre: Ordre, delai: number | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const enfant = fork(processus, [], {
      execArgv: ["--disable-warning=ExperimentalWarning"],
      stdio: "inherit",
    });
    let issue = "tué";
    enfant.on("message", (message) => {
      if (message !== "debut") issue = String(message);
      else if (delai !== null) setTimeout(() => enfant.kill("SIGKILL"), delai);
    });
    enfant.once("error", reject);
    enfant.once("exit", () => resolve(issue));
    enfant.send(ordre);
  });
}

async function fichiers(dossier: string): Promise<readonly string[]> {
  const commun = { dossiers: DOSSIERS, departement: { code: "80" }, graine: 31, defauts: 0.01 };
  const mois = ["2026-08", "2026-09"].map((un) => ({
    chemin: join(dossier, `${un}.xml`),
    mois: un,
  }));
  for (const { chemin, mois: un } of mois) await ecrireFlux(chemin, { ...commun, mois: un });
  return mois.map(({ chemin }) => chemin);
}

/** Imports the files into a département of its own, killed at random moments while some are left; gives how many. */
async function importerTue(
  ordre: Omit<Ordre, "fichier">,
  chemins: readonly string[],
  duree: number,
  restantes: number,
): Promise<number> {
  let tues = 0;
  for (const fichier of chemins) {
    let issue = "tué";
    while (issue === "tué") {
      issue = await lancer(
        { ...ordre, fichier },
        tues < restantes ? Math.random() * duree * 0.5 : null,
      );
      tues += Number(issue === "tué");
    }
    expect(["fini", "flux.deja-pris"]).toContain(issue);
  }
  return tues;
}

testAvecInstance(
  "un import tué à vingt moments tirés au sort finit comme s’il n’avait jamais été tué",
  async ({ instance, url, base, deps }) => {
    const dossier = mkdtempSync(join(tmpdir(), "jalon-tue-"));
    onTestFinished(() => rmSync(dossier, { recursive: true, force: true }));
    const chemins = await fichiers(dossier);
    const tables = await base.transaction(structure);
    // The process that is killed runs alone: nobody reacts to what it writes.
    const seul = { ...deps, reactions: [] };
    const debut = performance.now();
    for (const chemin of chemins) await importerFlux(seul, unAgent(), chemin, { lot: LOT });
    const duree = (performance.now() - debut) / chemins.length;
    const attendu = await base.transaction((tx) => contenu(tx, deps.secrets));
    expect(Object.values(attendu).flat().length).toBeGreaterThan(DOSSIERS);

    for (let tues = 0, tour = 1; tues < TUERIES; tour += 1) {
      const slug = `tue-${tour}`;
      await createDepartement(instance, { slug, code: "80", nom: slug, referentiel: "somme-2025" });
      instance.forget();
      tues += await importerTue({ url, slug, lot: LOT }, chemins, duree, TUERIES - tues);
      const tuee = await instance.departement(slug);
      expect(ecarts(attendu, await tuee.transaction((tx) => contenu(tx, deps.secrets)))).toEqual(
        [],
      );
      expect(await tuee.transaction(structure)).toEqual(tables);
    }
  },
  300_000,
);
