import { existsSync } from "node:fs";
import { appendFile, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nommerAgents } from "#commun/agent";
import { ecrireFlux, importerFlux } from "#echanges/caf";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { PoolInstance } from "#platform/db/instance.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { creerDepartement, decouperEnTerritoires } from "./creer-departement.ts";
import { accompagnerLeMois } from "./demonstration/accompagnement.ts";
import { moisDeLaDemonstration } from "./demonstration/calendrier.ts";
import {
  demonstration,
  installerAccueil,
  installerComptes,
  installerOperatrice,
} from "./demonstration/comptes.ts";
import { laisserEnCours } from "./demonstration/diagnostics.ts";
import { ensemble } from "./demonstration/ensemble.ts";
import { ouvrirLOffre } from "./demonstration/offre/actions.ts";

import { orienterLeMois } from "./demonstration/orientation.ts";
import { installerStructures } from "./demonstration/structures.ts";

/** The four départements of the demonstration: same acts and same files as a real one, nobody real. */
const departements = [
  { slug: "nord", code: "59", nom: "Nord", referentiel: "nord-2019", dossiers: 900 },
  { slug: "bas-rhin", code: "67", nom: "Bas-Rhin", referentiel: "bas-rhin-2015", dossiers: 500 },
  { slug: "somme", code: "80", nom: "Somme", referentiel: "somme-2025", dossiers: 700 },
  {
    slug: "seine-saint-denis",
    code: "93",
    nom: "Seine-Saint-Denis",
    referentiel: "seine-saint-denis-2018",
    dossiers: 800,
  },
] as const;

const GRAINE = 2026;

type Demande = Parameters<typeof creerDepartement>[1] & { readonly dossiers: number };

interface Moyens {
  /** The four by default. */
  readonly demandes?: readonly Demande[];
  readonly instance: PoolInstance;
  readonly deps: (slug: string) => Promise<Deps>;
  readonly dossierDonnees: string;
  readonly avancer: (fait: number, total: number, libelle: string) => void;
}

/** Stands in the data folder while the demonstration is being made: one stopped midway is completed. */
const MARQUE = "demonstration-inachevee";
/** Its name once the demonstration is whole. */
const FAITE = "demonstration-faite";

/** The accounts of the demonstration were made here, and nobody else’s data. */
export const porteDemonstration = (dossierDonnees: string): boolean =>
  existsSync(join(dossierDonnees, FAITE));

/** An instance where nobody has done anything, or where the demonstration was stopped midway. */
export async function attendDemonstration(
  instance: PoolInstance,
  dossierDonnees: string,
): Promise<boolean> {
  return existsSync(join(dossierDonnees, MARQUE)) || (await instance.departements()).length === 0;
}

/**
 * Fills an empty instance: each month of the generated population goes through the real import. What was
 * made before a stop is found again: a département with its accounts, a file already taken.
 */
export async function installerDemonstration({
  demandes = departements,
  instance,
  deps,
  dossierDonnees,
  avancer,
}: Moyens): Promise<{ readonly departements: number; readonly personnes: number }> {
  const marque = join(dossierDonnees, MARQUE);
  await mkdir(dossierDonnees, { recursive: true });
  await appendFile(marque, "");
  const dossierTemporaire = await mkdtemp(join(tmpdir(), "jalon-demonstration-"));
  const mois = moisDeLaDemonstration(civilDay(new Date()));
  const total = demandes.length * mois.length * 2;
  let fait = 0;
  const vivre = async (acces: Deps, { code, nom, dossiers }: Demande): Promise<number> => {
    let personnes = 0;
    for (const un of mois) {
      for (const flux of fichiers(code, dossiers, { mois, un })) {
        const chemin = join(dossierTemporaire, flux.nom);
        await ecrireFlux(chemin, flux.options);
        const prises = await prendre(acces, chemin);
        if (un === mois.at(-1) && flux.options.nature === "beneficiaires") personnes += prises;
        await rm(chemin);
        fait += 1;
        avancer(fait, total, `${nom}, ${flux.nom}`);
      }
      await unMois(acces, { marque, mois: un });
    }
    return personnes;
  };
  let personnes = 0;
  try {
    const ouverts: { readonly acces: Deps; readonly demande: Demande }[] = [];
    for (const demande of demandes) {
      ouverts.push({ acces: await ouvrirDepartement({ instance, deps }, demande), demande });
    }
    // Each lives in its own schema: what one asks of the base does not wait for the others.
    const vecus = await Promise.allSettled(
      ouverts.map(({ acces, demande }) => vivre(acces, demande)),
    );
    for (const vecu of vecus) {
      if (vecu.status === "rejected") throw vecu.reason;
      personnes += vecu.value;
    }
    await rename(marque, join(dossierDonnees, FAITE));
  } finally {
    await rm(dossierTemporaire, { recursive: true, force: true });
  }
  return { departements: demandes.length, personnes };
}

/** What follows the files of a month is done in one go, and only once: the mark keeps the months already told. */
async function unMois(
  acces: Deps,
  { marque, mois }: { readonly marque: string; readonly mois: string },
): Promise<void> {
  const fait = `${acces.base.departement.slug} ${mois}`;
  const racontes = (await readFile(marque, "utf8")).split("\n");
  if (racontes.includes(fait)) return;
  await ensemble(acces, async (tous) => {
    await orienterLeMois(tous, demonstration, mois);
    await laisserEnCours(tous, demonstration, mois);
    await accompagnerLeMois(tous, demonstration, mois);
  });
  await appendFile(marque, `${fait}\n`);
}

/** Territories, accounts and structures come together or not at all. */
async function ouvrirDepartement(
  { instance, deps }: Pick<Moyens, "instance" | "deps">,
  { dossiers, ...demande }: Demande,
): Promise<Deps> {
  const connus = await instance.departements();
  if (connus.some(({ slug }) => slug === demande.slug)) {
    await decouperEnTerritoires(instance, demande);
  } else await creerDepartement(instance, demande);
  const acces = await deps(demande.slug);
  if ((await nommerAgents.execute(acces, demonstration, {})).length > 0) return acces;
  await acces.base.transaction(async (tx) => {
    const base = { ...acces.base, transaction: <Fait>(run: (tx: Tx) => Promise<Fait>) => run(tx) };
    const ensemble = { ...acces, base };
    const comptes = await installerComptes(ensemble);
    await installerStructures(ensemble, demonstration, {
      dossiers,
      agentReferent: comptes.find(({ role }) => role === "referent") ?? null,
    });
    await installerAccueil(ensemble);
    await ouvrirLOffre(ensemble, demonstration, { dossiers });
    await installerOperatrice(ensemble);
  });
  return acces;
}

/** Taken before a stop; or nobody came in that month. */
const SANS_SUITE: ReadonlySet<string> = new Set(["flux.deja-pris", "flux.vide"]);

/** Persons of the file; none when it brings nothing more. */
async function prendre(acces: Deps, chemin: string): Promise<number> {
  try {
    return (await importerFlux(acces, demonstration, chemin)).personnes;
  } catch (error) {
    if (error instanceof DomainError && SANS_SUITE.has(error.code)) return 0;
    throw error;
  }
}

/**
 * Each month its file, then the instructions of who arrived, those of the whole stock the first time. The last
 * file has a few planted defects, and a person told twice.
 */
function fichiers(
  code: string,
  dossiers: number,
  { mois, un }: { readonly mois: readonly string[]; readonly un: string },
) {
  const graine = GRAINE + Number.parseInt(code, 16);
  const commun = { dossiers, departement: { code }, graine, mois: un };
  const defauts = un === mois.at(-1) ? { defauts: 0.002, redites: 1 } : {};
  return [
    {
      nom: `RSABEM-${code}-${un}.xml`,
      options: { ...commun, ...defauts, nature: "beneficiaires" as const },
    },
    {
      nom: `instructions-${code}-${un}.xml`,
      options: { ...commun, nature: "instructions" as const, tous: un === mois[0] },
    },
  ];
}
