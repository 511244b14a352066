import { fork } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lireIntegration, listerIntegrations } from "#droits/flux-caf";
import { ecrireFlux, importerFlux } from "#echanges/caf";
import { createDepartement } from "#platform/db/migrate.ts";
import { createJobs } from "#platform/jobs/jobs.ts";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { faireTravail, oublierSansSuite, portsFlux } from "./travaux.ts";
import { startWorker } from "./worker.ts";

const agent = unAgent();
const processus = new URL("./testing/travailler-processus.ts", import.meta.url);

async function unFichier(dossier: string): Promise<File> {
  const chemin = join(dossier, "flux.xml");
  await ecrireFlux(chemin, {
    dossiers: 1500,
    mois: "2026-08",
    departement: { code: "80" },
    graine: 5,
    defauts: 0.002,
  });
  return new File([readFileSync(chemin)], "RSABEM-80.xml");
}

const depots = (dossier: string) => {
  const folder = join(dossier, "depots");
  return existsSync(folder) ? readdirSync(folder) : [];
};

testAvecInstance(
  "un travailleur tué pendant une intégration laisse la main au suivant, qui finit avec les mêmes comptes",
  async ({ instance, url, deps }) => {
    const dossier = mkdtempSync(join(tmpdir(), "jalon-travaux-"));
    const jobs = createJobs({ url });
    const ports = portsFlux({ dataFolder: () => dossier, jobs: () => Promise.resolve(jobs) });
    const fichier = await unFichier(dossier);
    const id = await ports.deposer(deps, agent, fichier);
    const lire = async () =>
      (await lireIntegration.execute(deps, agent, { integrationId: id })).integration;
    expect(await lire()).toMatchObject({ dite: "attente", lus: 0, agentNom: "Essai" });
    expect(depots(dossier)).toHaveLength(1);

    const premier = fork(processus, [url, dossier], { stdio: "inherit" });
    for (let i = 0; i < 600 && (await lire()).lus === 0; i += 1)
      await new Promise((go) => setTimeout(go, 20));
    premier.kill("SIGKILL");
    await new Promise((go) => premier.once("exit", go));
    const coupee = await lire();
    expect(coupee.lus).toBeLessThan(1500);
    expect(coupee.dite).toBe("interrompue");

    const second = await startWorker({
      url,
      instance,
      deps: () => Promise.resolve(deps),
      dataFolder: dossier,
    });
    for (let i = 0; i < 600 && (await lire()).etat === "en-cours"; i += 1)
      await new Promise((go) => setTimeout(go, 50));
    await second.stop();
    await jobs.stop();
    const finie = await lire();
    expect(finie.dite).toBe("terminee");
    expect(depots(dossier)).toEqual([]);

    await createDepartement(instance, {
      slug: "temoin",
      code: "80",
      nom: "Témoin",
      referentiel: "somme-2025",
    });
    instance.forget();
    const temoin = { ...deps, base: await instance.departement("temoin") };
    const { integration } = await importerFlux(temoin, agent, join(dossier, "flux.xml"));
    const attendue = (await lireIntegration.execute(temoin, agent, { integrationId: integration }))
      .integration;
    const comptes = ({
      lus,
      appliques,
      crees,
      inchanges,
      rejetes,
      personnes,
      avertissements,
      absents,
      beneficiaires,
    }: typeof finie) => ({
      lus,
      appliques,
      crees,
      inchanges,
      rejetes,
      personnes,
      avertissements,
      absents,
      beneficiaires,
    });
    expect(comptes(finie)).toEqual(comptes(attendue));
  },
  90_000,
);

testAvecInstance(
  "un fichier refusé ne laisse ni intégration, ni copie ; le même deux fois n’en fait qu’une",
  async ({ url, deps }) => {
    const dossier = mkdtempSync(join(tmpdir(), "jalon-travaux-"));
    const jobs = createJobs({ url });
    const ports = portsFlux({ dataFolder: () => dossier, jobs: () => Promise.resolve(jobs) });
    try {
      await expect(
        ports.deposer(deps, agent, new File(["nom;prenom\nEXEMPLE;ALICE\n"], "a.csv")),
      ).rejects.toMatchObject({
        code: "flux.illisible",
      });
      expect(depots(dossier)).toEqual([]);
      const fichier = await unFichier(dossier);
      const premier = await ports.deposer(deps, agent, fichier);
      expect(await ports.deposer(deps, agent, fichier)).toBe(premier);
      expect(depots(dossier)).toHaveLength(1);
      expect((await listerIntegrations.execute(deps, agent, {})).total).toBe(1);
    } finally {
      await jobs.stop();
    }
  },
  60_000,
);

testAvecInstance(
  "un travail qui échoue rend l’intégration : la page la dit interrompue, et elle se reprend",
  async ({ url, deps }) => {
    const dossier = mkdtempSync(join(tmpdir(), "jalon-travaux-"));
    const jobs = createJobs({ url });
    try {
      const ports = portsFlux({ dataFolder: () => dossier, jobs: () => Promise.resolve(jobs) });
      const integrationId = await ports.deposer(deps, agent, await unFichier(dossier));
      const panne =
        "create function panne() returns trigger language plpgsql as $$ begin raise 'panne' using errcode = '53100'; end $$";
      await deps.base.transaction((tx) =>
        tx.query(
          `${panne}; create trigger panne before insert on dossier execute function panne()`,
        ),
      );
      const travail = () =>
        faireTravail({ departement: "essai", integrationId }, () => Promise.resolve(deps), dossier);
      await expect(travail()).rejects.toThrow("panne");
      const lire = async () =>
        (await lireIntegration.execute(deps, agent, { integrationId })).integration;
      expect((await lire()).dite).toBe("interrompue");
      await deps.base.transaction((tx) => tx.query("drop trigger panne on dossier"));
      await travail();
      expect(await lire()).toMatchObject({ dite: "terminee", lus: 1500 });
    } finally {
      await jobs.stop();
    }
  },
  60_000,
);

test("un fichier déposé que plus aucune intégration n’attend est effacé, un autre en chemin est laissé", async () => {
  const dossier = mkdtempSync(join(tmpdir(), "jalon-depots-"));
  const folder = join(dossier, "depots");
  mkdirSync(folder);
  const hier = new Date(Date.now() - 86_400_000);
  for (const nom of ["abandonne", "attendu", "en-chemin"]) {
    writeFileSync(join(folder, nom), "<Racine/>");
    if (nom !== "en-chemin") utimesSync(join(folder, nom), hier, hier);
  }
  await oublierSansSuite(dossier, new Set(["attendu"]));
  expect(depots(dossier).toSorted()).toEqual(["attendu", "en-chemin"]);
});
