import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { creerAgent, donnerHabilitation, seConnecter } from "#commun/agent";
import { chargerReferentiel } from "#commun/referentiel";
import { accueillirReferent, creerStructure, typesDecidables } from "#commun/structure";
import { inscrireFoyers } from "#droits/dossier";
import { chargerCommunes, installerTerritoires } from "#droits/territoire";
import type { App } from "#platform/http/app.ts";
import type { Route } from "#platform/http/route.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { codesRole, roles } from "#referentiels/national/roles.ts";
import { routes } from "./routes.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "./testing/foyers.ts";
import { appOf, instanceOf, origin } from "./testing/visite.ts";

/*
 * Every route, as every role, on what is inside the role's perimeter and on what is outside it.
 * Expected answers are reviewed by people in `matrice-droits.txt`: one line per route, one column per role,
 * `200` when both worlds answer alike, `200/404` inside and outside.
 */

vi.setConfig({ testTimeout: 180_000 });

const FICHIER = join(import.meta.dirname, "matrice-droits.txt");
const ADMIN = unAgent({ nom: "Essai" });
const MOT_DE_PASSE = "velours brique tempête";
const COLONNES = ["sans-session", "sans-role", ...codesRole];

type Monde = "dedans" | "dehors";

/** Ids that fill the addresses: `personnes/:id` → one inside the territory of the bounded roles, one outside. */
type Objets = Readonly<Partial<Record<string, Readonly<Record<Monde, number | string>>>>>;

/** Forms complete enough to reach the perimeter check; the others are sent empty. */
const formulaires = new Map<string, Readonly<Record<string, string>>>([
  ["POST /connexion", { identifiant: "personne", motDePasse: "rien du tout" }],
  ["POST /personnes/:id/etapes/:etape/faite", { le: "22/11/2026" }],
  ["POST /personnes/:id/etapes/:etape/abandonnee", { le: "22/11/2026" }],
]);

class Annule extends Error {}

testAvecBase("chaque route répond à chaque rôle ce que dit la matrice relue", async ({ deps }) => {
  const { app, jetons, objets } = await preparer(deps);
  const attendues = lireMatrice();
  const ecarts: string[] = [];
  const nouvelles: string[] = [];
  for (const route of routes) {
    const nom = `${route.method} ${route.path}`;
    const obtenue = await repondre(deps, app, route, jetons, objets);
    const attendue = attendues.get(nom);
    attendues.delete(nom);
    if (attendue === undefined) {
      nouvelles.push(ligne(nom, obtenue));
    } else if (attendue.join(" ") !== obtenue.join(" ")) {
      ecarts.push(`Attendu :\n${ligne(nom, attendue)}\nObtenu :\n${ligne(nom, obtenue)}`);
    }
  }
  if (nouvelles.length > 0) {
    ecarts.push(`Ajoutez à src/app/matrice-droits.txt, après relecture :\n${nouvelles.join("\n")}`);
  }
  for (const nom of attendues.keys()) ecarts.push(`Retirez de matrice-droits.txt : ${nom}`);
  expect(ecarts.join("\n\n")).toBe("");
});

testAvecBase("aucune écriture n’est acceptée depuis un autre site", async ({ deps }) => {
  const app = await appOf(instanceOf(deps.base));
  const jeton = await connecter(deps, "administrateur", { territoire: 1, structure: 1 });
  for (const route of routes.filter(({ method, from }) => method === "POST" && !from)) {
    for (const ailleurs of [
      { origin: "http://ailleurs.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin },
      {},
    ]) {
      const headers = { cookie: cookie(jeton), ...ailleurs };
      const request = new Request(origin + adresseDe(route, {}, "dedans"), {
        method: "POST",
        headers,
      });
      const { status } = await app.fetch(request);
      expect(status, `POST ${route.path} ${JSON.stringify(ailleurs)}`).toBe(403);
    }
  }
});

testAvecBase(
  "un programme sans clé n’ouvre rien, et la session d’un navigateur ne lui sert pas",
  async ({ deps }) => {
    const app = await appOf(instanceOf(deps.base));
    const jeton = await connecter(deps, "administrateur", { territoire: 1, structure: 1 });
    const programmes = routes.filter(({ from }) => from === "anywhere");
    expect(programmes.length).toBeGreaterThan(0);
    for (const route of programmes) {
      const request = new Request(origin + adresseDe(route, {}, "dedans"), {
        method: route.method,
        headers: { cookie: cookie(jeton), origin: "http://ailleurs.example" },
        body: "{}",
      });
      expect((await app.fetch(request)).status, route.path).toBe(401);
    }
  },
);

testAvecBase(
  "sans session, chaque page mène à la connexion et promet d’y revenir",
  async ({ deps }) => {
    const app = await appOf(instanceOf(deps.base));
    const fermees = routes.filter(({ method, droit }) => method === "GET" && droit !== "public");
    for (const route of fermees) {
      const adresse = adresseDe(route, {}, "dedans");
      const reponse = await app.fetch(new Request(origin + adresse));
      const retour = new URLSearchParams({ retour: adresse });
      const attendu = adresse === "/essai" ? "/essai/connexion" : `/essai/connexion?${retour}`;
      expect([route.path, reponse.status, reponse.headers.get("location")]).toEqual([
        route.path,
        303,
        attendu,
      ]);
    }
  },
);

testAvecBase("chaque route demande un droit qui existe", async () => {
  const connus = new Set<string>([
    "public",
    "connecte",
    ...codesRole.flatMap((code) => roles[code].droits),
  ]);
  expect(
    routes.filter(({ droit }) => !connus.has(droit)).map(({ path, droit }) => `${path} ${droit}`),
  ).toEqual([]);
});

testAvecBase("deux routes n’ont pas la même adresse", async () => {
  const adresses = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ":")}`);
  expect(adresses.filter((adresse, rang) => adresses.indexOf(adresse) !== rang)).toEqual([]);
});

interface Preparation {
  readonly app: App;
  readonly jetons: ReadonlyMap<string, string>;
  readonly objets: Objets;
}

async function preparer(deps: Deps): Promise<Preparation> {
  const objets = await lesDeuxMondes(deps);
  const jetons = new Map<string, string>();
  for (const role of ["sans-role", ...codesRole]) {
    jetons.set(
      role,
      await connecter(deps, role, {
        territoire: Number(objets["territoires/:id"]?.dedans),
        structure: Number(objets["structures/:id"]?.dedans),
      }),
    );
  }
  return { app: await appOf(instanceOf(deps.base)), jetons, objets };
}

/** One person and one structure in a territory, others in a second one, and an agent to manage. */
async function lesDeuxMondes(deps: Deps): Promise<Objets> {
  const referentiel = chargerReferentiel("somme-2025");
  await deps.base.transaction(async (tx) => {
    await chargerCommunes(tx);
    await installerTerritoires(tx, referentiel, "80");
  });
  await inscrireFoyers.execute(deps, ADMIN, {
    integrationId: 1,
    nature: "beneficiaires",
    periodicite: "M",
    reference: "2026-10-31",
    premierFichier: true,
    referentiel,
    nomenclature: { connait: () => true },
    resoudreCommune: (code) => ({ code, corrigee: false }),
    foyers: [
      foyer("80021", "80000000001", "ALICE", "2850480021001"),
      foyer("80001", "80000000002", "BRUNO", "1850480001002"),
    ].map((declare, rang) => ({
      rang,
      ligne: rang,
      empreinte: Buffer.from([rang]),
      foyer: declare,
    })),
  });
  const lieux = await deps.base.transaction((tx) =>
    tx.query<{ personne: number; dossier: number; territoire: number }>(
      `SELECT s.personne_id AS personne, s.dossier_id AS dossier, t.territoire_id AS territoire
       FROM situation_personne s JOIN territoire_commune t ON t.code_commune = s.code_commune
       ORDER BY s.code_commune DESC`,
    ),
  );
  const [dedans, dehors] = lieux;
  if (!dedans || !dehors || dedans.territoire === dehors.territoire)
    throw new Error("Il faut une personne dans chacun de deux territoires.");
  const cible = await creerAgent.execute(deps, ADMIN, {
    identifiant: "cible",
    nom: "Cible",
    prenom: "Jo",
    motDePasse: MOT_DE_PASSE,
  });
  const habilitation = await donnerHabilitation.execute(deps, ADMIN, {
    agentId: cible.id,
    role: "gestionnaire",
  });
  const ici = await ouvrirStructure(deps, "Ici", dedans.territoire);
  const ailleurs = await ouvrirStructure(deps, "Ailleurs", dehors.territoire);
  return {
    "structures/:id": { dedans: ici.structure, dehors: ailleurs.structure },
    "referents/:id": { dedans: ici.referent, dehors: ailleurs.referent },
    "personnes/:id": { dedans: dedans.personne, dehors: dehors.personne },
    "dossiers/:id": { dedans: dedans.dossier, dehors: dehors.dossier },
    "territoires/:id": { dedans: dedans.territoire, dehors: dehors.territoire },
    "agents/:id": { dedans: cible.id, dehors: cible.id },
    "situation/:theme": { dedans: "mobilite", dehors: "mobilite" },
    "themes/:code": { dedans: "mobilite", dehors: "mobilite" },
    "droits/:habilitation": { dedans: habilitation, dehors: habilitation },
  };
}

async function ouvrirStructure(deps: Deps, nom: string, territoireId: number) {
  const [type] = typesDecidables(deps.base.departement.referentiel, "2026-11-22");
  const classe = type?.classes[0];
  if (!type || !classe) throw new Error("Le référentiel doit avoir un type d’orientation.");
  const { id } = await creerStructure.execute(deps, ADMIN, {
    nom,
    classe,
    du: "2026-01-01",
    secteurs: [{ type: type.code, territoireId }],
  });
  return { structure: id, referent: await arriver(deps, id, null) };
}

async function arriver(deps: Deps, structureId: number, agentId: number | null): Promise<number> {
  const { id } = await accueillirReferent.execute(deps, ADMIN, {
    structureId,
    nom: "Zola",
    prenom: "Ève",
    fonction: "référente",
    etp: 1,
    du: "2026-01-01",
    agentId,
  });
  return id;
}

function foyer(commune: string, numeroDemande: string, prenom: string, nir: string) {
  const modele = unFoyerDeclare();
  return unFoyerDeclare({
    numeroDemande,
    organisme: { ...modele.organisme, matricule: `${numeroDemande}0000` },
    adresses: modele.adresses.map((adresse) => ({ ...adresse, codeCommune: commune })),
    personnes: [unePersonneDeclaree({ nom: prenom, prenom, nir })],
  });
}

interface Lieux {
  readonly territoire: number;
  readonly structure: number;
}

async function connecter(
  deps: Deps,
  role: string,
  { territoire, structure }: Lieux,
): Promise<string> {
  const identifiant = `agent-${role}`;
  const { id } = await creerAgent.execute(deps, ADMIN, {
    identifiant,
    nom: "Zola",
    prenom: "Ève",
    motDePasse: MOT_DE_PASSE,
  });
  const code = codesRole.find((un) => un === role);
  if (code) {
    const perimetre = {
      departement: {},
      portefeuille: {},
      territoires: { territoires: [territoire] },
      structures: { structures: [structure] },
    }[roles[code].perimetre];
    await donnerHabilitation.execute(deps, ADMIN, { agentId: id, role, ...perimetre });
    if (code === "referent") await arriver(deps, structure, id);
  }
  const connexion = await seConnecter.execute(deps, ADMIN, {
    identifiant,
    motDePasse: MOT_DE_PASSE,
    adresse: "::1",
    navigateur: "",
  });
  if (connexion.etat !== "ouverte") throw new Error("La session d’essai doit s’ouvrir.");
  return connexion.jeton;
}

async function repondre(
  deps: Deps,
  app: App,
  route: Route,
  jetons: ReadonlyMap<string, string>,
  objets: Objets,
): Promise<string[]> {
  const reponses: string[] = [];
  for (const colonne of COLONNES) {
    const statuts: number[] = [];
    const mondes: readonly Monde[] = route.path.includes(":") ? ["dedans", "dehors"] : ["dedans"];
    for (const monde of mondes) {
      const nom = `${route.method} ${route.path}`;
      const body = route.method === "POST" ? new URLSearchParams(formulaires.get(nom) ?? {}) : null;
      const headers = { cookie: cookie(jetons.get(colonne)), origin };
      const request = new Request(origin + adresseDe(route, objets, monde), {
        method: route.method,
        body,
        headers,
      });
      statuts.push((await demander(deps, app, request)).status);
    }
    const [dedans, dehors] = statuts;
    reponses.push(dehors === undefined || dedans === dehors ? `${dedans}` : `${dedans}/${dehors}`);
  }
  return reponses;
}

/** One request, its answer read to the end, everything it wrote undone: each cell of the matrix starts alike. */
async function demander(deps: Deps, app: App, request: Request): Promise<Response> {
  let reponse: Response | null = null;
  await deps.base
    .transaction(async () => {
      reponse = await app.fetch(request);
      await reponse.arrayBuffer();
      throw new Annule();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Annule)) throw error;
    });
  if (!reponse) throw new Error("La requête n’a pas eu de réponse.");
  return reponse;
}

const cookie = (jeton: string | undefined) => (jeton === undefined ? "" : `jalon_essai=${jeton}`);

function adresseDe(route: Route, objets: Objets, monde: Monde): string {
  const path = route.path.replaceAll(
    /([a-z-]+\/):(\w+)/g,
    (_, avant: string, parametre: string) => {
      const id = objets[`${avant}:${parametre}`]?.[monde] ?? 999_999;
      return `${avant}${id}`;
    },
  );
  return path === "/" ? "/essai" : `/essai${path}`;
}

function lireMatrice(): Map<string, readonly string[]> {
  const lignes = readFileSync(FICHIER, "utf8")
    .split("\n")
    .filter((texte) => texte !== "" && !texte.startsWith("#"));
  const [entete = "", ...suite] = lignes;
  expect(entete.trim().split(/\s+/), "La première ligne nomme les colonnes").toEqual([
    "route",
    ...COLONNES,
  ]);
  return new Map(
    suite.map((texte) => {
      const [methode = "", path = "", ...cases] = texte.trim().split(/\s+/);
      return [`${methode} ${path}`, cases];
    }),
  );
}

function ligne(nom: string, cases: readonly string[]): string {
  return [
    nom.padEnd(48),
    ...cases.map((texte, rang) => texte.padEnd(Math.max(COLONNES[rang]?.length ?? 0, 7))),
  ]
    .join(" ")
    .trimEnd();
}
