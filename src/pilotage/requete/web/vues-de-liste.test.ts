import { renderToString } from "preact-render-to-string";
import { afterEach, expect } from "vitest";
import { defineList } from "#platform/db/list/definition.ts";
import { always, sql } from "#platform/db/list/sql.ts";
import type { Base, Instance } from "#platform/db/tx.ts";
import { createApp } from "#platform/http/app.ts";
import { StaticFiles } from "#platform/http/static.ts";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import { noListViews, provideListViews } from "#platform/ui/list/views.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { routesRequete } from "./routes-requetes.tsx";
import { vuesDeListe } from "./vues-de-liste.ts";

const definition = defineList({
  name: "vues",
  noun: { one: "vue", many: "vues", feminine: true },
  from: "vue_liste",
  key: "vue_liste.id",
  columns: [
    { key: "nom", label: "Nom", kind: "text", sql: "vue_liste.nom", sortable: true },
    { key: "auteur", label: "Auteur", kind: "text", sql: "vue_liste.auteur_nom", sortable: true },
  ],
  filters: [
    {
      key: "q",
      label: "Nom de la vue",
      kind: "search",
      sql: (text) => sql`vue_liste.nom ilike ${`%${text}%`}`,
    },
  ],
  perimeter: () => always,
  defaultSort: { key: "nom", dir: "asc" },
});

const droit = "essai:vues";
const requete = {
  nom: "vues-du-mois",
  libelle: "Vues du mois",
  source: "« Compter les vues. »",
  definition,
  adresse: "q=mois",
  chemin: "/vues",
  droit,
};

const routes = [
  ...listRoutes({ path: "/vues", definition, droit, droitExport: droit, title: "Vues" }),
  ...routesRequete([
    requete,
    { ...requete, nom: "interdite", libelle: "Interdite", droit: "autre" },
  ]),
];

afterEach(() => provideListViews(noListViews));

async function unSite(
  instance: Instance,
  deps: Deps,
  droits = [droit, "requete:lire", "vue:partager"],
) {
  provideListViews(vuesDeListe);
  const agent = unAgent({ id: 7, nom: "Zoé Martin", droits: new Set(droits) });
  const app = createApp({
    instance,
    routes,
    deps: (base: Base) => ({ ...deps, base }),
    sessions: {
      find: () =>
        Promise.resolve({
          id: 7,
          nom: agent.nom,
          roles: [],
          droits: agent.droits,
          mustVisit: null,
          pour: () => agent,
        }),
    },
    frame: {
      page: (_context, page) => renderToString(page.body),
      failure: (_context, { status, message }) => `refus ${status} ${message}`,
      home: () => "",
    },
    files: await StaticFiles.read(null),
    filesPrefix: "/actifs/",
    logger: { info: () => undefined, error: (fields) => expect.fail(JSON.stringify(fields)) },
    publicUrl: null,
    behindProxy: false,
    uploadsFolder: "inutile",
  });
  const headers = { cookie: "jalon_essai=jeton", "sec-fetch-site": "same-origin" };
  const ask = async (path: string, init: RequestInit = {}) =>
    app.fetch(new Request(`http://essai/essai${path}`, { headers, ...init }));
  return {
    page: async (path: string) => (await ask(path)).text(),
    post: (path: string, body: Record<string, string>) =>
      ask(path, { method: "POST", body: new URLSearchParams(body) }),
  };
}

testAvecInstance(
  "une vue s’enregistre avec ses colonnes, se retrouve, se partage et se supprime",
  async ({ instance, deps }) => {
    const site = await unSite(instance, deps);
    await site.post("/vues/colonnes", { adresse: "", colonnes: "nom" });
    expect(await site.page("/vues")).not.toContain("tri=auteur");
    const reponse = await site.post("/vues/vues", {
      adresse: "q=mois",
      nom: "Du mois",
      partagee: "oui",
    });
    expect(reponse.status).toBe(303);
    expect(reponse.headers.get("location")).toBe("/essai/vues?q=mois&colonnes=nom");
    expect(await site.page("/vues")).toContain('href="/essai/vues?q=mois&amp;colonnes=nom"');
    expect(await site.page("/vues?q=mois&colonnes=nom")).toContain(
      '<p class="page-header-over">Du mois</p>',
    );
    await site.post("/vues/vues/1/partager", { adresse: "", partagee: "non" });
    expect(await site.page("/vues")).not.toContain("Ne plus partager");
    await site.post("/vues/vues/1/supprimer", { adresse: "" });
    expect(await site.page("/vues")).not.toContain("Du mois");
    await site.post("/vues/colonnes", { adresse: "", habituelles: "1", colonnes: "nom" });
    expect(await site.page("/vues?q=")).toContain("Auteur");
  },
);

testAvecInstance(
  "une vue sans nom revient avec l’explication, sans rien perdre",
  async ({ instance, deps }) => {
    const site = await unSite(instance, deps);
    const reponse = await site.post("/vues/vues", { adresse: "q=mois", nom: " " });
    expect(reponse.status).toBe(422);
    const html = await reponse.text();
    expect(html).toContain("Donnez un nom à la vue.");
    expect(html).toContain('value="mois"');
  },
);

testAvecInstance(
  "la page des requêtes montre des nombres qui ouvrent leur liste",
  async ({ instance, deps }) => {
    const site = await unSite(instance, deps);
    await site.post("/vues/vues", { adresse: "", nom: "Entrées du mois" });
    const html = await site.page("/requetes");
    expect(html).toContain('<a href="/essai/vues?q=mois" aria-label="1 : Vues du mois">1</a>');
    expect(html).toContain("« Compter les vues. »");
    expect(html).not.toContain("Interdite");
  },
);
