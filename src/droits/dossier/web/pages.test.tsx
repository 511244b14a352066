import { renderToString } from "preact-render-to-string";
import { expect } from "vitest";
import type { Base } from "#platform/db/tx.ts";
import { createApp } from "#platform/http/app.ts";
import type { Route } from "#platform/http/route.ts";
import { StaticFiles } from "#platform/http/static.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import {
  unDroitDeclare,
  unePersonneDeclaree,
  unFoyerDeclare,
} from "../../../app/testing/foyers.ts";
import {
  agentDe,
  avecTerritoires,
  declarer,
  idDe,
  lignes,
} from "../../../app/testing/foyers-inscrits.ts";
import { type ApportPersonne, cadreDeSection, type PortsDossier, routesDossier } from "../http.ts";

async function unSite(
  { base, deps }: { readonly base: Base; readonly deps: Deps },
  agent: Agent = unAgent({ id: 7 }),
  ports: PortsDossier = { personne: [], lots: [] },
  autres: readonly Route[] = [],
) {
  const signedIn = { id: 7, nom: agent.nom, roles: [], droits: agent.droits, mustVisit: null };
  const app = createApp({
    instance: {
      shared: base.transaction,
      departements: () => Promise.resolve([base.departement]),
      departement: () => Promise.resolve(base),
      close: () => Promise.resolve(),
    },
    routes: [...routesDossier(ports), ...autres],
    deps: () => deps,
    sessions: { find: () => Promise.resolve({ ...signedIn, pour: () => agent }) },
    frame: {
      page: (_context, page) => `<title>${page.title}</title>${renderToString(page.body)}`,
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
    Promise.resolve(app.fetch(new Request(`http://essai/essai${chemin}`, { headers, ...init })));
  return {
    demander,
    lire: async (chemin: string) => (await demander(chemin)).text(),
    envoyer: (chemin: string, champs: Readonly<Record<string, string>> = {}) =>
      demander(chemin, { method: "POST", body: new URLSearchParams(champs) }),
  };
}

const alice = unFoyerDeclare({
  droit: unDroitDeclare({
    etat: "4",
    suspensionsVersement: [{ motif: "06", depuis: "2026-10-01" }],
  }),
});

testAvecBase("la page d’une personne répond avant qu’on demande", async (essai) => {
  await declarer(essai.deps, "2026-09-30", [unFoyerDeclare()]);
  const site = await unSite(essai);
  const html = await site.lire(`/personnes/${await idDe(essai.deps, "ALICE")}`);
  expect(html).toContain(
    "<title>Mme Exemple Alice, 41 ans, Amiens — bénéficiaire du RSA depuis le 15/06/2026, soumise aux droits et devoirs</title>",
  );
  expect(html).toContain("2 85 04 •• ••• ••• ••");
  expect(html).not.toContain("2850480021001");
  expect(html).toContain("Parcours de Mme Exemple Alice");
});

testAvecBase("un droit suspendu se dit en haut de la page, avec son motif", async (essai) => {
  await declarer(essai.deps, "2026-10-31", [alice]);
  const html = await (await unSite(essai)).lire(`/personnes/${await idDe(essai.deps, "ALICE")}`);
  expect(html).toContain("Versement suspendu depuis le 01/10/2026 (52 jours)");
  expect(html).toContain("Déclaration trimestrielle de ressources non fournie");
});

testAvecBase("chaque onglet, l’aperçu, le dossier et la liste s’ouvrent", async (essai) => {
  await declarer(essai.deps, "2026-09-30", [unFoyerDeclare()]);
  await declarer(essai.deps, "2026-10-31", [alice]);
  const id = await idDe(essai.deps, "ALICE");
  const [dossier] = await lignes<{ id: number }>(essai.deps, "select id from dossier");
  const [declaration] = await lignes<{ id: number }>(
    essai.deps,
    "select id from declaration order by id desc",
  );
  const site = await unSite(essai);
  const attendus = {
    [`/personnes/${id}/droits`]: "Périodes de droit",
    [`/personnes/${id}/foyer`]: "12 rue des Louvels, 80000 Amiens",
    [`/personnes/${id}/historique`]: "Fichier des bénéficiaires au 31/10/2026",
    [`/personnes/${id}/historique?declaration=${declaration?.id}`]:
      "Numéro de sécurité sociale</dt><dd>masqué",
    [`/personnes/${id}/apercu`]: "Ouvrir la fiche",
    [`/dossiers/${dossier?.id}`]: "Dossier n° 80000000001 de Mme Exemple Alice",
    "/personnes": `href="/essai/personnes/${id}"`,
    "/recherche": "Chercher une personne",
    "/doublons": "Aucun doublon à examiner",
  };
  for (const [chemin, texte] of Object.entries(attendus)) {
    const reponse = await site.demander(chemin);
    expect([chemin, reponse.status]).toEqual([chemin, 200]);
    expect(await reponse.text()).toContain(texte);
  }
});

testAvecBase(
  "hors du périmètre, chaque adresse d’une personne répond qu’elle n’existe pas",
  async (essai) => {
    const territoire = await avecTerritoires(essai.deps);
    await declarer(essai.deps, "2026-09-30", [unFoyerDeclare()]);
    const id = await idDe(essai.deps, "ALICE");
    const site = await unSite(essai, agentDe([territoire("Picardie maritime")]));
    for (const suite of ["", "/droits", "/foyer", "/historique", "/apercu", "/contacts"]) {
      expect([suite, (await site.demander(`/personnes/${id}${suite}`)).status]).toEqual([
        suite,
        404,
      ]);
    }
    expect((await site.envoyer(`/personnes/${id}/nir`)).status).toBe(404);
  },
);

testAvecBase(
  "le NIR se montre à qui peut le voir, dans la réponse et nulle part ailleurs",
  async (essai) => {
    await declarer(essai.deps, "2026-09-30", [unFoyerDeclare()]);
    const id = await idDe(essai.deps, "ALICE");
    const reponse = await (await unSite(essai)).envoyer(`/personnes/${id}/nir`);
    expect(await reponse.text()).toContain("2 85 04 80 021 001");
    expect(reponse.headers.get("cache-control")).toContain("no-store");
    const sans = unAgent({ id: 7, droits: new Set(["personne:lire"]) });
    const site = await unSite(essai, sans);
    expect((await site.envoyer(`/personnes/${id}/nir`)).status).toBe(403);
    expect(await site.lire(`/personnes/${id}`)).not.toContain("Afficher");
  },
);

testAvecBase("un NIR cherché ne passe jamais dans une adresse ; un nom, si", async (essai) => {
  await declarer(essai.deps, "2026-09-30", [unFoyerDeclare()]);
  const id = await idDe(essai.deps, "ALICE");
  const site = await unSite(essai);
  const parNir = await site.envoyer("/recherche", { q: "2 85 04 80 021 001" });
  expect([parNir.status, parNir.headers.get("location")]).toEqual([303, `/essai/personnes/${id}`]);
  const parNom = await site.envoyer("/recherche", { q: "exemple" });
  expect(parNom.headers.get("location")).toBe("/essai/recherche?q=exemple");
  expect(await site.lire("/recherche?q=exempel")).toContain("Voici les noms les plus proches");
});

testAvecBase("deux fiches se comparent, se fusionnent, et la fusion s’annule", async (essai) => {
  await declarer(essai.deps, "2026-09-30", [
    unFoyerDeclare(),
    unFoyerDeclare({
      numeroDemande: "80000000002",
      personnes: [unePersonneDeclaree({ nir: "2850480021555" })],
    }),
  ]);
  const [paire] = await lignes<{ id: number; personne_a_id: number; personne_b_id: number }>(
    essai.deps,
    "select * from paire_douteuse",
  );
  const site = await unSite(essai);
  expect(await site.lire("/doublons")).toContain("1 paire de fiches à examiner");
  expect(await site.lire(`/doublons/${paire?.id}`)).toContain(
    "Mme Exemple Alice et Mme Exemple Alice : une seule personne ?",
  );
  const sansChoix = await site.envoyer(`/doublons/${paire?.id}/fusionner`, { gardeeId: "" });
  expect([sansChoix.status, await sansChoix.text()]).toEqual([
    422,
    expect.stringContaining("Choisissez laquelle"),
  ]);
  const fusion = await site.envoyer(`/doublons/${paire?.id}/fusionner`, {
    gardeeId: String(paire?.personne_a_id),
  });
  expect(fusion.headers.get("location")).toBe(`/essai/personnes/${paire?.personne_a_id}`);
  const absorbee = await site.demander(`/personnes/${paire?.personne_b_id}`);
  expect(absorbee.headers.get("location")).toBe(`/essai/personnes/${paire?.personne_a_id}`);
  const [faite] = await lignes<{ id: number }>(essai.deps, "select id from fusion");
  await site.envoyer(`/doublons/fusions/${faite?.id}/annuler`);
  expect((await site.demander(`/personnes/${paire?.personne_b_id}`)).status).toBe(200);
});

testAvecBase(
  "deux agents qui modifient les mêmes coordonnées voient les deux versions",
  async (essai) => {
    await declarer(essai.deps, "2026-09-30", [unFoyerDeclare()]);
    const chemin = `/personnes/${await idDe(essai.deps, "ALICE")}/contacts`;
    const site = await unSite(essai);
    const saisie = {
      courriel: "",
      versionTelephone: "0",
      versionCourriel: "0",
      accordTelephone: "A",
    };
    expect((await site.envoyer(chemin, { ...saisie, telephone: "06 11 11 11 11" })).status).toBe(
      303,
    );
    const conflit = await site.envoyer(chemin, { ...saisie, telephone: "06 22 22 22 22" });
    const html = (await conflit.text()).replaceAll("\u00a0", " ");
    expect(conflit.status).toBe(409);
    expect(html).toContain("06 11 11 11 11");
    expect(html).toContain("06 22 22 22 22");
    const faux = await site.envoyer(chemin, { ...saisie, telephone: "12", versionTelephone: "1" });
    expect([faux.status, await faux.text()]).toEqual([
      422,
      expect.stringContaining("Écrivez dix chiffres"),
    ]);
  },
);

testAvecBase("ce qu’un autre module sait d’une personne s’ajoute à ses pages", async (essai) => {
  await declarer(essai.deps, "2026-09-30", [unFoyerDeclare()]);
  const id = await idDe(essai.deps, "ALICE");
  const apport: ApportPersonne = {
    onglets: [
      { key: "orientation", label: "Orientation", path: "/orientation", droit: "orientation:lire" },
      { key: "secret", label: "Onglet fermé", path: "/secret", droit: "secret:lire" },
    ],
    entete: async () => ({
      situation: "orientée Emploi",
      meta: <span>Référente : Mme Exemple</span>,
      alertes: <p>Premier rendez-vous en retard</p>,
    }),
    frise: async (_, personneId) => ({
      bandes: [
        {
          key: "orientation",
          label: "Orientation",
          segments: [
            {
              from: "2026-10-01",
              to: null,
              label: "Emploi",
              tone: "a",
              detail: `Emploi ${personneId}`,
            },
          ],
        },
      ],
      reperes: [{ date: "2026-10-05", kind: "letter", label: "Courrier", detail: "Notification" }],
    }),
    cartes: async () => [<p key="suite">Prochaine étape</p>],
  };
  const agent = unAgent({
    id: 7,
    droits: new Set(["personne:lire", "dossier:lire", "orientation:lire"]),
  });
  const site = await unSite(essai, agent, { personne: [apport], lots: [] });
  const synthese = await site.lire(`/personnes/${id}`);
  expect(synthese).toContain("soumise aux droits et devoirs, orientée Emploi</title>");
  for (const dit of [
    "Référente : Mme Exemple",
    "Premier rendez-vous en retard",
    "Prochaine étape",
  ]) {
    expect(synthese).toContain(dit);
  }
  expect(synthese).toContain(`href="/essai/personnes/${id}/orientation"`);
  expect(synthese).toContain(`Emploi ${id}`);
  expect(synthese).toContain("Fichier ou courrier");
  expect(synthese).not.toContain("Onglet fermé");
  expect(await site.lire(`/personnes/${id}/foyer`)).not.toContain("Prochaine étape");
});

testAvecBase("la page d’un autre module porte l’en-tête de la personne", async (essai) => {
  await declarer(essai.deps, "2026-09-30", [unFoyerDeclare()]);
  const id = await idDe(essai.deps, "ALICE");
  const cadre = cadreDeSection([
    {
      onglets: [
        {
          key: "orientation",
          label: "Orientation",
          path: "/orientation",
          droit: "orientation:lire",
        },
      ],
    },
  ]);
  const route: Route = {
    method: "GET",
    path: "/personnes/:id/orientation",
    droit: "orientation:lire",
    handler: (request) =>
      cadre(request, {
        personneId: id,
        onglet: "orientation",
        titre: "Orientation",
        corps: <p>Décisions</p>,
      }),
  };
  const site = await unSite(essai, unAgent({ id: 7 }), { personne: [], lots: [] }, [route]);
  const html = await site.lire(`/personnes/${id}/orientation`);
  expect(html).toContain("<title>Mme Exemple Alice — orientation</title>");
  expect(html).toContain("Décisions");
  expect(html).toMatch(/orientation" aria-current="page">/);
});
