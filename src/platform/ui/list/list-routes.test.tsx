import { readXlsx } from "hucre/xlsx";
import { renderToString } from "preact-render-to-string";
import { beforeEach, expect } from "vitest";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { animaux, createToy } from "../../db/list/testing/toy.ts";
import type { Base, Instance } from "../../db/tx.ts";
import { createApp } from "../../http/app.ts";
import { StaticFiles } from "../../http/static.ts";
import {
  type Agent,
  type Deps,
  type JournalEntry,
  porteeTotale,
} from "../../usecase/define-use-case.ts";
import { listRoutes } from "./list-routes.tsx";

const lots: unknown[] = [];
const journal: JournalEntry[] = [];

beforeEach(() => {
  lots.length = 0;
  journal.length = 0;
});

const routes = listRoutes({
  path: "/animaux",
  definition: animaux,
  droit: "essai:lire",
  droitExport: "essai:exporter",
  title: "Bêtes",
  rowHref: (row) => `/animaux/${row.key}`,
  previewHref: (row) => `/animaux/${row.key}/apercu`,
  rowName: (row) => String(row.values["nom"]),
  emptyHint: "Recueillez-en une.",
  cells: { poids: (row) => <b>{String(row.values["poids"])} kg</b> },
  batch: [
    {
      key: "vacciner",
      label: "Vacciner",
      droit: "essai:vacciner",
      run: (request, { keys, back }) => {
        lots.push(keys);
        return Promise.resolve(request.redirect(back, `${keys.length} bêtes vaccinées.`));
      },
    },
  ],
});

const tout = ["essai:lire", "essai:exporter", "essai:vacciner", "vue:partager"];

async function unSite(
  { instance, deps }: { instance: Instance; deps: Deps },
  agent: Partial<Agent>,
) {
  const signedIn = unAgent({ nom: "Zoé Martin", droits: new Set(tout), ...agent });
  const app = createApp({
    instance,
    routes,
    deps: (base: Base) => ({
      ...deps,
      base,
      journal: (_tx, entry) => {
        journal.push(entry);
        return Promise.resolve();
      },
    }),
    sessions: {
      find: () =>
        Promise.resolve({
          id: 1,
          nom: signedIn.nom,
          roles: [],
          droits: signedIn.droits,
          mustVisit: null,
          pour: () => signedIn,
        }),
    },
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
  return {
    get: async (path: string, more: Record<string, string> = {}) =>
      app.fetch(new Request(`http://essai/essai${path}`, { headers: { ...headers, ...more } })),
    post: async (path: string, body: Record<string, string>) =>
      app.fetch(
        new Request(`http://essai/essai${path}`, {
          method: "POST",
          headers,
          body: new URLSearchParams(body),
        }),
      ),
  };
}

async function peupler(base: Base, combien: number): Promise<void> {
  await base.transaction(async (tx) => {
    await createToy(tx);
    await tx.query(
      `insert into essai_animal (id, nom, ne_le, poids, espece, prix, refuge_id, marques)
       select n, 'Bête ' || lpad(n::text, 4, '0'), date '2020-01-01' + n, n, 'C', 123456, 1 + n % 2, array['rousse']
       from generate_series(1, $1::int) n`,
      [combien],
    );
  });
}

testAvecInstance("la page montre la phrase, les lignes, les tris et la suite", async (essai) => {
  await peupler(essai.base, 120);
  const site = await unSite(essai, {});
  const reponse = await site.get("/animaux?espece=C&refuge=1");
  expect(reponse.status).toBe(200);
  const html = await reponse.text();
  expect(html).toContain("60 bêtes");
  expect(html).toContain("Retirer le filtre du refuge Amiens");
  expect(html).toContain('href="/essai/animaux/2"');
  expect(html).toContain('data-preview="/essai/animaux/2/apercu"');
  expect(html).toContain("<b>2 kg</b>");
  expect(html).toContain("1 à 50 sur 60 bêtes");
  expect(html).toContain('href="/essai/animaux?espece=C&amp;refuge=1&amp;tri=poids"');
  expect(html).toContain('href="/essai/animaux/export.csv?espece=C&amp;refuge=1"');
  expect(html).toContain("Toute la liste : 60 bêtes");
  expect(html).not.toContain("Prix");
  const suite = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const page2 = await (await site.get(suite.replace("/essai", ""))).text();
  expect(page2).toContain("51 à 60 sur 60 bêtes");
});

testAvecInstance("sans le droit d’exporter ni d’agir, rien ne le propose", async (essai) => {
  await peupler(essai.base, 3);
  const site = await unSite(essai, { droits: new Set(["essai:lire"]) });
  const html = await (await site.get("/animaux")).text();
  expect(html).not.toContain("Exporter");
  expect(html).not.toContain("Vacciner");
  expect((await site.get("/animaux/export.csv")).status).toBe(403);
  expect((await site.post("/animaux/lot/vacciner", { toute: "1" })).status).toBe(403);
});

testAvecInstance("une liste vide dit pourquoi et quoi faire", async (essai) => {
  await peupler(essai.base, 1);
  const site = await unSite(essai, {});
  const filtree = await (await site.get("/animaux?q=zzz")).text();
  expect(filtree).toContain("Aucune bête ne répond à ces filtres");
  expect(filtree).toContain('href="/essai/animaux"');
  await essai.base.transaction((tx) => tx.query("delete from essai_animal"));
  for (const adresse of ["/animaux", "/animaux?q=zzz"]) {
    const vide = await (await site.get(adresse)).text();
    expect(vide).toContain("Aucune bête pour l’instant");
    expect(vide).toContain("Recueillez-en une.");
  }
});

testAvecInstance(
  "un périmètre sans personne le dit, quels que soient les filtres",
  async (essai) => {
    await peupler(essai.base, 3);
    const portee = { territoires: [999], structures: [], referentId: null };
    const site = await unSite(essai, { portee });
    for (const adresse of ["/animaux", "/animaux?q=zzz"]) {
      const html = await (await site.get(adresse)).text();
      expect(html).toContain("Aucune bête dans votre périmètre");
      expect(html).toContain("demandez à votre responsable");
      expect(html).not.toContain("Recueillez-en une.");
    }
  },
);

testAvecInstance(
  "une adresse mal écrite s’explique et montre quand même la liste",
  async (essai) => {
    await peupler(essai.base, 2);
    const site = await unSite(essai, {});
    const reponse = await site.get("/animaux?espece=Z&apres=xxx&couleur=vert");
    expect(reponse.status).toBe(200);
    const html = await reponse.text();
    expect(html).toContain("« Z » n’est pas une valeur possible pour « Espèce »");
    expect(html).toContain("Cette liste n’a pas de filtre « couleur »");
    expect(html).toContain("2 bêtes");
  },
);

testAvecInstance(
  "l’export CSV dit ce qu’il est, et le journal sait qui l’a pris",
  async (essai) => {
    await peupler(essai.base, 1500);
    const site = await unSite(essai, { portee: { ...porteeTotale, territoires: [2] } });
    const reponse = await site.get(
      "/animaux/export.csv?tri=poids&sens=desc&colonnes=nom,naissance,espece,marques",
    );
    expect(reponse.headers.get("content-disposition")).toBe(
      'attachment; filename="animaux-2026-11-22.csv"',
    );
    const lignes = (await reponse.text()).split("\r\n");
    expect(lignes.slice(0, 5)).toEqual([
      "750 bêtes",
      "Édité depuis Jalon le 22/11/2026 par Zoé Martin",
      "",
      "Nom;Naissance;Espèce;Marques",
      "Bête 1499;08/02/2024;chat;rousse",
    ]);
    expect(lignes).toHaveLength(4 + 750 + 1);
    expect(journal).toMatchObject([
      {
        acte: "animaux.exporter",
        nature: "lecture",
        objet: "liste",
        objetId: "animaux",
        details: {
          format: "csv",
          phrase: "750 bêtes",
          nombre: 750,
          colonnes: ["nom", "naissance", "espece", "marques"],
        },
      },
    ]);
  },
);

testAvecInstance(
  "le formulaire mène à une adresse courte, qui se garde et se partage",
  async (essai) => {
    await peupler(essai.base, 2);
    const site = await unSite(essai, {});
    const naviguer = { "sec-fetch-mode": "navigate" };
    const reponse = await site.get(
      "/animaux?affine=1&tri=poids&sens=desc&q=&espece=C&espece=D&naissance.min=01/10/2020&naissance.max=&poids.min=&poids.max=5",
      naviguer,
    );
    expect(reponse.status).toBe(303);
    expect(reponse.headers.get("location")).toBe(
      "/essai/animaux?espece=C,D&naissance=2020-10-01..&poids=..5&tri=poids&sens=desc",
    );
    expect((await site.get("/animaux?affine=1&poids.min=beaucoup", naviguer)).status).toBe(200);
  },
);

testAvecInstance("l’export XLSX se relit", async (essai) => {
  await peupler(essai.base, 3);
  const site = await unSite(essai, { droits: new Set([...tout, "essai:prix"]) });
  const reponse = await site.get("/animaux/export.xlsx?q=0002");
  const [feuille] = (await readXlsx(new Uint8Array(await reponse.arrayBuffer()))).sheets;
  expect(feuille?.rows[0]?.[0]).toBe("1 bête répondant à « 0002 »");
  expect(feuille?.rows[4]?.slice(0, 2)).toEqual(["Bête 0002", new Date("2020-01-03T00:00:00Z")]);
  expect(feuille?.rows[4]).toContain(1234.56);
});

testAvecInstance("un téléchargement abandonné rend sa connexion à la base", async (essai) => {
  await peupler(essai.base, 20_000);
  const site = await unSite(essai, {});
  for (let fois = 0; fois < 30; fois += 1) {
    const reponse = await site.get("/animaux/export.csv", {
      "accept-encoding": fois % 2 === 0 ? "identity" : "gzip",
    });
    const reader = reponse.body?.getReader();
    await reader?.read();
    await reader?.cancel();
  }
  expect((await site.get("/animaux")).status).toBe(200);
});

testAvecInstance(
  "un lot agit sur les lignes cochées, ou sur toute la liste filtrée",
  async (essai) => {
    await peupler(essai.base, 120);
    const site = await unSite(essai, { portee: { ...porteeTotale, territoires: [1] } });
    const lot = (body: Record<string, string>) => site.post("/animaux/lot/vacciner", body);
    const reponse = await lot({ adresse: "poids=1..9&tri=poids", cle: "2" });
    expect(reponse.status).toBe(303);
    expect(reponse.headers.get("location")).toBe("/essai/animaux?poids=1..9&tri=poids");
    await lot({ adresse: "poids=1..9", toute: "1" });
    await lot({ adresse: "", cle: "3" });
    await lot({ adresse: "" });
    expect(lots).toEqual([[2], [2, 4, 6, 8]]);
  },
);

testAvecInstance(
  "sans module pour les garder, les colonnes choisies vont dans l’adresse",
  async (essai) => {
    await peupler(essai.base, 1);
    const site = await unSite(essai, {});
    const reponse = await site.post("/animaux/colonnes", {
      adresse: "espece=C",
      colonnes: "poids",
    });
    expect(reponse.headers.get("location")).toBe("/essai/animaux?espece=C&colonnes=poids");
  },
);
