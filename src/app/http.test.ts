import { expect } from "vitest";
import { creerAgent, donnerHabilitation } from "#commun/agent";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { App } from "#platform/http/app.ts";
import type { Route } from "#platform/http/route.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { routes } from "./routes.ts";
import { appOf, cookieOf, get, instanceOf, post } from "./testing/visite.ts";

const MOT_DE_PASSE = "velours brique tempête";

async function unCompte(deps: Deps, identifiant: string, role: string | null, motDePasse?: string) {
  const cree = await creerAgent.execute(deps, unAgent(), {
    identifiant,
    nom: "Zola",
    prenom: "Ève",
    ...(motDePasse && { motDePasse }),
  });
  if (role) await donnerHabilitation.execute(deps, unAgent(), { agentId: cree.id, role });
  return cree;
}

async function entrer(app: App, identifiant: string, motDePasse = MOT_DE_PASSE): Promise<string> {
  return cookieOf(await post(app, "/essai/connexion", { identifiant, motDePasse }));
}

const panne: Route = {
  method: "GET",
  path: "/panne",
  droit: "connecte",
  handler: () =>
    Promise.reject(
      Object.assign(new Error("la valeur 2850480021001 est refusée"), {
        severity: "ERROR",
        code: "22P02",
      }),
    ),
};
const doux: Route = {
  method: "GET",
  path: "/refus",
  droit: "connecte",
  handler: () =>
    Promise.reject(new DomainError("essai.impossible", "C’est impossible aujourd’hui.")),
};

testAvecBase(
  "chaque page interdit ce qui vient d’ailleurs, dit son temps et ne se garde pas",
  async ({ deps }) => {
    const app = await appOf(instanceOf(deps.base));
    const page = await get(app, "/essai/connexion");
    expect(page.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(page.headers.get("server-timing")).toMatch(
      /^db;dur=[\d.]+, render;dur=[\d.]+, total;dur=[\d.]+$/,
    );
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("strict-transport-security")).toBeNull();
    expect(await page.text()).not.toMatch(/ style=| on[a-z]+=|<style|<script(?![^>]* src=)/);
  },
);

testAvecBase("derrière HTTPS, le navigateur est tenu d’y rester", async ({ deps }) => {
  await unCompte(deps, "eve", null, MOT_DE_PASSE);
  const app = await appOf(instanceOf(deps.base), { publicUrl: "https://jalon.example" });
  const headers = { origin: "https://jalon.example" };
  const entree = await post(
    app,
    "/essai/connexion",
    { identifiant: "eve", motDePasse: MOT_DE_PASSE },
    headers,
  );
  expect(entree.headers.get("strict-transport-security")).toBe("max-age=31536000");
  expect(entree.headers.get("set-cookie")).toMatch(/^__Secure-jalon_essai=.*; Secure$/);
  expect((await post(app, "/essai/connexion", {})).status).toBe(403);
});

testAvecBase("département inconnu, page inconnue, barre finale", async ({ deps }) => {
  const app = await appOf(instanceOf(deps.base));
  expect((await get(app, "/atlantide/personnes")).status).toBe(404);
  const perdue = await get(app, "/essai/nulle-part");
  expect(perdue.status).toBe(404);
  expect(await perdue.text()).toContain("Cette page n’existe pas");
  const barre = await get(app, "/essai/connexion/?retour=a");
  expect([barre.status, barre.headers.get("location")]).toEqual([303, "/essai/connexion?retour=a"]);
  expect((await get(app, "//ailleurs.example/")).headers.get("location")).toBeNull();
});

testAvecBase(
  "une panne donne une référence, retrouvée dans les traces, et aucune donnée de personne",
  async ({ deps }) => {
    const logs: Record<string, unknown>[] = [];
    await unCompte(deps, "eve", null, MOT_DE_PASSE);
    const app = await appOf(instanceOf(deps.base), { routes: [...routes, panne, doux], logs });
    const cookie = await entrer(app, "eve");
    const page = await get(app, "/essai/panne?q=Dupont", { cookie });
    expect(page.status).toBe(500);
    const [erreur] = logs.filter((log) => log["erreur"]);
    expect(await page.text()).toContain(String(erreur?.["reference"]));
    expect(erreur).toMatchObject({ code: "22P02" });
    expect(JSON.stringify(logs)).not.toMatch(/2850480021001|Dupont|eve\b|velours/);
    const refus = await get(app, "/essai/refus", { cookie });
    expect([refus.status, (await refus.text()).includes("C’est impossible aujourd’hui.")]).toEqual([
      422,
      true,
    ]);
  },
);

testAvecBase(
  "un mot de passe provisoire n’ouvre qu’une page : celle où on le change",
  async ({ deps }) => {
    const { motDePasseProvisoire } = await unCompte(deps, "eve", "administrateur");
    const app = await appOf(instanceOf(deps.base));
    const cookie = await entrer(app, "eve", motDePasseProvisoire ?? "");
    expect((await get(app, "/essai/agents", { cookie })).headers.get("location")).toBe(
      "/essai/mon-compte/mot-de-passe",
    );
    expect((await post(app, "/essai/agents/nouveau", {}, { cookie })).headers.get("location")).toBe(
      "/essai/mon-compte/mot-de-passe",
    );
    const champs = {
      actuel: motDePasseProvisoire ?? "",
      nouveau: "cheval agrafe correcte",
      confirmation: "cheval agrafe correcte",
    };
    const change = await post(app, "/essai/mon-compte/mot-de-passe", champs, { cookie });
    expect(change.headers.get("location")).toBe("/essai/mon-compte");
    const suite = await get(app, "/essai/mon-compte", { cookie: `${cookie}; ${cookieOf(change)}` });
    expect(await suite.text()).toContain("Votre mot de passe est changé.");
    expect(cookieOf(suite)).toBe("jalon_message_essai=");
    expect((await get(app, "/essai/agents", { cookie })).status).toBe(200);
  },
);

testAvecBase(
  "une saisie refusée revient avec ce qui a été tapé, et le conflit montre les deux versions",
  async ({ deps }) => {
    const { id } = await unCompte(deps, "eve", "administrateur", MOT_DE_PASSE);
    const app = await appOf(instanceOf(deps.base));
    const cookie = await entrer(app, "eve");
    const refus = await post(
      app,
      "/essai/agents/nouveau",
      { prenom: "Léa", nom: "", identifiant: "lea" },
      { cookie },
    );
    const texte = await refus.text();
    expect(refus.status).toBe(422);
    expect(texte).toContain("<title>Erreur – ");
    expect(texte).toContain('value="Léa"');
    expect(texte).toContain('href="#champ-nom"');
    const fiche = { version: "1", prenom: "Ève", nom: "Zola-Martin", courriel: "" };
    expect((await post(app, `/essai/agents/${id}/modifier`, fiche, { cookie })).status).toBe(303);
    const conflit = await post(
      app,
      `/essai/agents/${id}/modifier`,
      { ...fiche, nom: "Dupont" },
      { cookie },
    );
    const versions = await conflit.text();
    expect(conflit.status).toBe(409);
    expect(versions).toContain("Zola-Martin");
    expect(versions).toContain('value="Dupont"');
    expect(versions).toContain('name="version" value="2"');
  },
);

testAvecBase("un droit retiré ferme la page à la visite suivante", async ({ deps }) => {
  await unCompte(deps, "eve", "administrateur", MOT_DE_PASSE);
  await unCompte(deps, "ali", "administrateur", MOT_DE_PASSE);
  const app = await appOf(instanceOf(deps.base));
  const [eve, ali] = [await entrer(app, "eve"), await entrer(app, "ali")];
  const liste = await (await get(app, "/essai/agents?recherche=ali", { cookie: eve })).text();
  const id = /\/essai\/agents\/(\d+)"/.exec(liste)?.[1] ?? "";
  const fiche = await (await get(app, `/essai/agents/${id}`, { cookie: eve })).text();
  const retrait = /action="(\/essai\/agents\/\d+\/droits\/\d+\/retirer)"/.exec(fiche)?.[1] ?? "";
  expect((await get(app, "/essai/agents", { cookie: ali })).status).toBe(200);
  expect((await post(app, retrait, {}, { cookie: eve })).status).toBe(303);
  expect((await get(app, "/essai/agents", { cookie: ali })).status).toBe(403);
});

testAvecBase("santé et mesures : les mesures ne sortent pas de la machine", async ({ deps }) => {
  const app = await appOf(instanceOf(deps.base));
  expect(await (await get(app, "/sante")).text()).toBe("ok\n");
  expect((await get(app, "/metriques")).status).toBe(404);
  const local = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
  const mesures = await app.fetch(new Request("http://jalon.local/metriques"), local);
  expect(await mesures.text()).toContain("jalon_base_transactions_total");
});
