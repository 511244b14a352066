import { creerAgent, donnerHabilitation } from "#commun/agent";
import { accueillirReferent, listerReferents } from "#commun/structure";
import { listerTerritoires } from "#droits/territoire";
import { lireActions } from "#offre/catalogue";
import { type Agent, type Deps, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";

export const motDePasseDemonstration = "jalon-demonstration";

export const comptesDemonstration = [
  { identifiant: "gestionnaire", prenom: "Gaëlle", nom: "Gestion", role: "gestionnaire" },
  { identifiant: "responsable", prenom: "René", nom: "Territoire", role: "responsable" },
  { identifiant: "referente", prenom: "Rose", nom: "Parcours", role: "referent" },
  { identifiant: "pilotage", prenom: "Paul", nom: "Chiffre", role: "pilotage" },
  { identifiant: "admin", prenom: "Ada", nom: "Droits", role: "administrateur" },
] as const;

/** Keeps the desk of one structure: made once structures are. */
const compteAccueil = {
  identifiant: "accueil",
  prenom: "Aline",
  nom: "Guichet",
  role: "accueil",
} as const;

/** Runs the actions of one operator: made once they are open. */
const compteOperatrice = {
  identifiant: "operatrice",
  prenom: "Odile",
  nom: "Chantier",
  role: "chef-de-projet",
} as const;

export const identifiantsDemonstration: readonly string[] = [
  ...comptesDemonstration,
  compteAccueil,
  compteOperatrice,
].map(({ identifiant }) => identifiant);

type CompteCree = { readonly id: number } & (typeof comptesDemonstration)[number];

/** Whoever makes the demonstration, by the acts of everybody. */
export const demonstration: Agent = {
  id: null,
  nom: "Démonstration",
  droits: everyRight,
  portee: porteeTotale,
};

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

/** The desk of the structure where the référente who signs in works. */
export async function installerAccueil(deps: Deps): Promise<void> {
  const referents = await listerReferents.execute(deps, demonstration, {});
  const structure = referents.find(({ agentId }) => agentId !== null)?.structureId;
  if (structure !== undefined) await installerChez(deps, compteAccueil, structure);
}

/** She who runs the project of the operator with most actions, and works there. */
export async function installerOperatrice(deps: Deps): Promise<void> {
  const actions = await deps.base.transaction((tx) => lireActions(tx));
  const nombres = new Map<number, number>();
  for (const { structureId } of actions) {
    nombres.set(structureId, (nombres.get(structureId) ?? 0) + 1);
  }
  const [structure] = [...nombres].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  if (structure === undefined) return;
  const agentId = await installerChez(deps, compteOperatrice, structure);
  const { nom, prenom } = compteOperatrice;
  await accueillirReferent.execute(deps, demonstration, {
    ...{ structureId: structure, qualite: "Mme", nom, prenom, fonction: "cheffe de projet" },
    ...{ etp: 1, agentId, du: "2026-01-01" },
  });
}

/** An account that sees what this structure does. */
async function installerChez(
  deps: Deps,
  { role, ...fiche }: typeof compteAccueil | typeof compteOperatrice,
  structure: number,
): Promise<number> {
  const { id } = await creerAgent.execute(deps, demonstration, {
    ...fiche,
    courriel: `${fiche.identifiant}@exemple.fr`,
    motDePasse: motDePasseDemonstration,
  });
  await donnerHabilitation.execute(deps, demonstration, {
    ...{ agentId: id, role, territoires: [], structures: [structure], du: "2026-01-01" },
  });
  return id;
}
