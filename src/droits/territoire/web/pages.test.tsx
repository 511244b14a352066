import { renderToString } from "preact-render-to-string";
import { expect } from "vitest";
import { chargerReferentiel } from "#commun/referentiel";
import type { Base } from "#platform/db/tx.ts";
import { createApp } from "#platform/http/app.ts";
import { StaticFiles } from "#platform/http/static.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { territoireDesCommunes } from "../db/territoires.ts";
import { routesTerritoire } from "../http.ts";
import { chargerCommunes } from "../usecases/charger-communes.ts";
import { installerTerritoires } from "../usecases/installer-territoires.ts";

interface Essai {
  readonly base: Base;
  readonly deps: Deps;
}

async function unSite({ base, deps }: Essai, droits: readonly string[] = ["territoire:gerer"]) {
  await base.transaction(async (tx) => {
    await chargerCommunes(tx);
    await installerTerritoires(tx, chargerReferentiel("somme-2025"));
  });
  const agent = unAgent({ droits: new Set(droits) });
  const signedIn = { id: 1, nom: agent.nom, roles: [], droits: agent.droits, mustVisit: null };
  const app = createApp({
    instance: {
      shared: base.transaction,
      departements: () => Promise.resolve([base.departement]),
      departement: () => Promise.resolve(base),
      close: () => Promise.resolve(),
    },
    routes: routesTerritoire,
    deps: () => deps,
    sessions: { find: () => Promise.resolve({ ...signedIn, pour: () => agent }) },
    frame: {
      page: (_context, page) => renderToString(page.body),
      failure: (_context, failure) => `refus ${failure.status} ${failure.message}`,
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
  const demander = (chemin: string, init: RequestInit = {}) =>
    app.fetch(new Request(`http://essai/essai${chemin}`, { headers, ...init }));
  return {
    lire: async (chemin: string) => (await demander(chemin)).text(),
    demander,
    envoyer: (chemin: string, champs: readonly (readonly [string, string])[]) =>
      demander(chemin, { method: "POST", body: new URLSearchParams(champs.map((c) => [...c])) }),
  };
}

const idDe = (html: string, nom: string) =>
  new RegExp(`/essai/territoires/(\\d+)">${nom}<`, "u").exec(html)?.[1] ?? "";

testAvecBase("la liste compte les communes de chaque territoire et y mène", async (essai) => {
  const site = await unSite(essai);
  const html = await site.lire("/territoires");
  expect(html).toContain("5 territoires, 771 communes");
  expect(idDe(html, "Picardie maritime")).not.toBe("");
  expect(html).toContain("Créer un territoire");
});

testAvecBase("une commune cherchée montre son territoire", async (essai) => {
  const site = await unSite(essai);
  const html = await site.lire("/territoires?commune=st+riquier");
  expect(html).toContain("Saint-Riquier");
  expect(html).toContain(">Picardie maritime</a></li>");
  expect(await site.lire("/territoires?commune=zzzz")).toContain("Aucune commune du département");
});

testAvecBase("déplacer des communes cochées les donne au territoire choisi", async (essai) => {
  const site = await unSite(essai);
  const liste = await site.lire("/territoires");
  const [amiens, maritime] = [idDe(liste, "Amiens"), idDe(liste, "Picardie maritime")];
  expect(await site.lire(`/territoires/${amiens}`)).toContain('value="80021"');
  const reponse = await site.envoyer(`/territoires/${amiens}/communes`, [
    ["communes", "80021"],
    ["communes", "80131"],
    ["territoireId", maritime],
    ["depuis", "01/03/2026"],
  ]);
  expect(reponse.status).toBe(303);
  expect(reponse.headers.get("location")).toBe(`/essai/territoires/${amiens}`);
  await essai.base.transaction(async (tx) => {
    expect((await territoireDesCommunes(tx)).get("80021")).toBe(Number(maritime));
  });
});

testAvecBase(
  "un déplacement refusé garde les communes cochées et la date saisie",
  async (essai) => {
    const site = await unSite(essai);
    const liste = await site.lire("/territoires");
    const amiens = idDe(liste, "Amiens");
    const reponse = await site.envoyer(`/territoires/${amiens}/communes`, [
      ["communes", "80021"],
      ["territoireId", idDe(liste, "Picardie maritime")],
      ["depuis", "31/02/2026"],
    ]);
    expect(reponse.status).toBe(422);
    const html = await reponse.text();
    expect(html).toContain("Donnez une date");
    expect(html).toContain('value="31/02/2026"');
    expect(html).toMatch(/<input[^>]*value="80021"[^>]*checked/u);
  },
);

testAvecBase("créer un territoire mène à sa page, qui dit comment le remplir", async (essai) => {
  const site = await unSite(essai);
  const reponse = await site.envoyer("/territoires", [
    ["nom", "Ponthieu"],
    ["depuis", "01/01/2026"],
  ]);
  expect(reponse.status).toBe(303);
  const chemin = reponse.headers.get("location")?.replace("/essai", "") ?? "";
  expect(await site.lire(chemin)).toContain("n’a pas encore de commune");
  const refus = await site.envoyer("/territoires", [
    ["nom", "Ponthieu"],
    ["depuis", "01/01/2026"],
  ]);
  expect(refus.status).toBe(422);
  expect(await refus.text()).toContain("existe déjà");
});

testAvecBase(
  "sans le droit de gérer, on lit les territoires sans pouvoir les changer",
  async (essai) => {
    const site = await unSite(essai, []);
    const html = await site.lire("/territoires");
    expect(html).not.toContain("Créer un territoire");
    const amiens = idDe(html, "Amiens");
    expect(await site.lire(`/territoires/${amiens}`)).not.toContain("Déplacer");
    expect((await site.envoyer(`/territoires/${amiens}/communes`, [])).status).toBe(403);
  },
);

testAvecBase("un territoire qui n’existe pas se dit clairement", async (essai) => {
  const site = await unSite(essai);
  expect((await site.demander("/territoires/999999")).status).toBe(404);
});
