import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";
import { createDepartement } from "#platform/db/migrate.ts";
import type { Base } from "#platform/db/tx.ts";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { ecrireFlux } from "../generateur/ecrire-flux.ts";
import { importerFlux } from "./importer-flux.ts";
import { contenu, ecarts } from "./testing/contenu.ts";
import { structure } from "./testing/structure.ts";

const agent = unAgent();
const DOSSIERS = 520;

/** A month where people meet across batches: the same human twice, somebody alike without NIR, a shared claim. */
async function fluxMele(): Promise<string> {
  const dossier = mkdtempSync(join(tmpdir(), "jalon-premier-"));
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }));
  const chemin = join(dossier, "flux.xml");
  const options = { dossiers: DOSSIERS, departement: { code: "80" }, graine: 5, mois: "2026-08" };
  await ecrireFlux(chemin, options);
  const parts = readFileSync(chemin, "latin1").split(/(?=<InfosFoyerRSA>)/);
  const valeur = (part: string, balise: string) =>
    new RegExp(`<${balise}>([^<]*)</${balise}>`).exec(part)?.[1] ?? "";
  const copier = (de: number, vers: number, balises: readonly string[]) => {
    for (const balise of balises)
      parts[vers] = (parts[vers] ?? "").replace(
        new RegExp(`<${balise}>[^<]*</${balise}>`),
        `<${balise}>${valeur(parts[de] ?? "", balise)}</${balise}>`,
      );
  };
  const memeHumain = ["NIR", "NOM", "PRENOM", "NOMNAI", "DTNAI"];
  for (const [de, vers] of [
    [10, 35],
    [12, 400],
    [300, 500],
    [101, 104],
  ] as const)
    copier(de, vers, memeHumain);
  copier(20, 450, ["NOM", "PRENOM", "NOMNAI", "DTNAI"]);
  parts[450] = (parts[450] ?? "")
    .replace(/<NIR>[^<]*<\/NIR>/, "<NIR></NIR>")
    .replace(/<PRENOM>/, "<PRENOM>X");
  copier(30, 470, ["NIR"]);
  copier(40, 480, ["NUMDEMRSA"]);
  copier(121, 125, ["NUMDEMRSA"]);
  parts[60] = doubler(parts[60] ?? "");
  writeFileSync(chemin, parts.join(""), "latin1");
  return chemin;
}

/** The same human written twice in one household, as no check of the record can see: the base would refuse her duties. */
function doubler(part: string): string {
  const [bloc = ""] = /<Personne>.*?<\/Personne>/s.exec(part) ?? [];
  const ecrite = (prenom: string) =>
    bloc
      .replace(/<NIR>[^<]*<\/NIR>/, "<NIR></NIR>")
      .replace(/<PRENOM>[^<]*/, `<PRENOM>${prenom}`)
      .replace(/<DTNAI>[^<]*/, "<DTNAI>1980-05-04");
  return part.replace(bloc, () => ecrite("JEAN-PAUL") + ecrite("JEAN PAUL"));
}

const dire = (base: Base) => base.transaction(structure);

testAvecInstance(
  "un premier fichier écrit à deux lots de front, tables allégées, dit ce qu’il dirait lot après lot",
  async ({ instance, base, deps }) => {
    const chemin = await fluxMele();
    const avant = await dire(base);
    // Somebody who reads all along keeps the tables as they are: the batches follow one another.
    await base.transaction(async (tx) => {
      await tx.query("select from situation_personne");
      await importerFlux(deps, agent, chemin, { lot: 20 });
    });
    const attendu = await base.transaction((tx) => contenu(tx, deps.secrets));
    expect(attendu["membre"]?.length).toBeGreaterThan(attendu["personne"]?.length ?? 0);
    expect(attendu["paire_douteuse"]?.length).toBeGreaterThan(0);
    expect(attendu["rejet"]).toHaveLength(1);
    expect(attendu["rejet"]?.[0]).toContain("enregistrement.refuse-par-la-base");

    await createDepartement(instance, {
      slug: "de-front",
      code: "80",
      nom: "De front",
      referentiel: "somme-2025",
    });
    const autre = await instance.departement("de-front");
    const apres = importerFlux({ ...deps, base: autre }, agent, chemin, { lot: 20 });
    expect((await pendant(autre)).length).toBeLessThan(avant.length);
    await apres;
    expect(ecarts(attendu, await autre.transaction((tx) => contenu(tx, deps.secrets)))).toEqual([]);
    expect(await dire(autre)).toEqual(avant);
  },
  120_000,
);

/** The structure once something is taken off. */
async function pendant(base: Base): Promise<readonly string[]> {
  for (;;) {
    const { deposes, dit } = await base.transaction(async (tx) => ({
      deposes: await tx.query("select from structure_deposee"),
      dit: await structure(tx),
    }));
    if (deposes.length > 0) return dit;
    await sleep(20);
  }
}
