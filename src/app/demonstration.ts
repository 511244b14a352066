import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { creerAgent, donnerHabilitation } from "#commun/agent";
import { listerTerritoires } from "#droits/territoire";
import { ecrireFlux, importerFlux } from "#echanges/caf";
import type { PoolInstance } from "#platform/db/instance.ts";
import { type Agent, type Deps, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";
import { creerDepartement } from "./creer-departement.ts";
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

const MOIS = ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"] as const;
const GRAINE = 2026;

export const motDePasseDemonstration = "jalon-demonstration";

export const comptesDemonstration = [
  { identifiant: "gestionnaire", prenom: "Gaëlle", nom: "Gestion", role: "gestionnaire" },
  { identifiant: "responsable", prenom: "René", nom: "Territoire", role: "responsable" },
  { identifiant: "referente", prenom: "Rose", nom: "Parcours", role: "referent" },
  { identifiant: "pilotage", prenom: "Paul", nom: "Chiffre", role: "pilotage" },
  { identifiant: "admin", prenom: "Ada", nom: "Droits", role: "administrateur" },
] as const;

type CompteCree = { readonly id: number } & (typeof comptesDemonstration)[number];

const demonstration: Agent = {
  id: null,
  nom: "Démonstration",
  droits: everyRight,
  portee: porteeTotale,
};

interface Moyens {
  readonly instance: PoolInstance;
  readonly deps: (slug: string) => Promise<Deps>;
  readonly avancer: (fait: number, total: number, libelle: string) => void;
}

/** Fills an empty instance: each month of the generated population goes through the real import. */
export async function installerDemonstration({
  instance,
  deps,
  avancer,
}: Moyens): Promise<{ readonly departements: number; readonly personnes: number }> {
  const dossierTemporaire = await mkdtemp(join(tmpdir(), "jalon-demonstration-"));
  const total = departements.length * (MOIS.length + 1);
  let fait = 0;
  let personnes = 0;
  try {
    for (const { dossiers, ...demande } of departements) {
      await creerDepartement(instance, demande);
      const acces = await deps(demande.slug);
      const comptes = await installerComptes(acces);
      await installerStructures(acces, demonstration, {
        dossiers,
        agentReferent: comptes.find(({ role }) => role === "referent") ?? null,
      });
      for (const flux of fichiers(demande.code, dossiers)) {
        const chemin = join(dossierTemporaire, flux.nom);
        await ecrireFlux(chemin, flux.options);
        const bilan = await importerFlux(acces, demonstration, chemin);
        if (flux.options.mois === MOIS.at(-1)) personnes += bilan.personnes;
        await rm(chemin);
        fait += 1;
        avancer(fait, total, `${demande.nom}, ${flux.nom}`);
      }
    }
  } finally {
    await rm(dossierTemporaire, { recursive: true, force: true });
  }
  return { departements: departements.length, personnes };
}

/** The instructions of the stock come after the first monthly file; the last file has a few planted defects. */
function* fichiers(code: string, dossiers: number) {
  const commun = { dossiers, departement: { code }, graine: GRAINE + Number.parseInt(code, 16) };
  for (const mois of MOIS) {
    const defauts = mois === MOIS.at(-1) ? { defauts: 0.002 } : {};
    yield {
      nom: `RSABEM-${code}-${mois}.xml`,
      options: { ...commun, ...defauts, mois, nature: "beneficiaires" as const },
    };
    if (mois === MOIS[0]) {
      yield {
        nom: `instructions-${code}-${mois}.xml`,
        options: { ...commun, mois, nature: "instructions" as const, tous: true },
      };
    }
  }
}

/** The accounts of the demonstration, one for each role. */
export async function installerComptes(deps: Deps): Promise<readonly CompteCree[]> {
  const { territoires } = await listerTerritoires.execute(deps, demonstration, {});
  const premier = territoires[0]?.id;
  const crees: CompteCree[] = [];
  for (const compte of comptesDemonstration) {
    const { role, ...fiche } = compte;
    const { id } = await creerAgent.execute(deps, demonstration, {
      ...fiche,
      courriel: `${fiche.identifiant}@exemple.fr`,
      motDePasse: motDePasseDemonstration,
    });
    await donnerHabilitation.execute(deps, demonstration, {
      agentId: id,
      role,
      territoires: role === "responsable" && premier !== undefined ? [premier] : [],
      structures: [],
      du: "2026-01-01",
    });
    crees.push({ id, ...compte });
  }
  return crees;
}
