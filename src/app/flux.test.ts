import { mkdtempSync, readFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { codesCaf } from "#commun/referentiel";
import { ecrireFlux, importerFlux } from "#echanges/caf";
import type { Jobs } from "#platform/jobs/jobs.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { routesAvec } from "./routes.ts";
import { entrer } from "./testing/agent-entre.ts";
import { appOf, instanceOf, origin } from "./testing/visite.ts";
import { faireTravail, portsFlux } from "./travaux.ts";

interface Site {
  readonly lire: (chemin: string) => Promise<string>;
  readonly statut: (chemin: string) => Promise<number>;
  readonly envoyer: (chemin: string, champs?: Record<string, string>) => Promise<Response>;
  readonly deposer: (fichier: File | null) => Promise<Response>;
  /** Does the jobs sent so far, as the worker would. */
  readonly travailler: () => Promise<void>;
}

async function unSite(
  deps: Deps,
  role: "gestionnaire" | "administrateur" = "gestionnaire",
): Promise<Site> {
  const dossier = mkdtempSync(join(tmpdir(), "jalon-flux-"));
  const envoyes: Parameters<Jobs["send"]>[1][] = [];
  const jobs = { send: async (_nom, donnees) => void envoyes.push(donnees) } as Jobs;
  const ports = portsFlux({ dataFolder: () => dossier, jobs: () => Promise.resolve(jobs) });
  const app = await appOf(instanceOf(deps.base), { routes: routesAvec(ports) });
  const { cookie, lire, statut, envoyer } = await entrer(deps, role, { app: Promise.resolve(app) });
  return {
    lire,
    statut,
    envoyer,
    deposer: async (fichier) => {
      const corps = new FormData();
      if (fichier) corps.append("fichier", fichier);
      else corps.append("rien", "");
      const init = { method: "POST", body: corps, headers: { origin, cookie } };
      return app.fetch(new Request(`${origin}/essai/flux/nouveau`, init));
    },
    travailler: async () => {
      for (const donnees of envoyes.splice(0))
        await faireTravail(donnees, () => Promise.resolve(deps), dossier);
    },
  };
}

const dossierDesFlux = mkdtempSync(join(tmpdir(), "jalon-flux-"));

async function unFichier(
  mois: string,
  champs: { readonly code?: string; readonly defauts?: number } = {},
): Promise<File> {
  const chemin = join(dossierDesFlux, `${mois}-${champs.code ?? "80"}.xml`);
  const { code = "80", defauts = 0 } = champs;
  await ecrireFlux(chemin, { dossiers: 60, mois, departement: { code }, graine: 7, defauts });
  return new File([readFileSync(chemin)], `RSABEM-${mois}.xml`);
}

const cheminDe = (reponse: Response) =>
  (reponse.headers.get("location") ?? "").replace("/essai", "");

testAvecBase(
  "un fichier déposé attend, s’intègre, et sa page dit ce qui a été lu",
  async ({ deps }) => {
    const site = await unSite(deps);
    expect(await site.lire("/flux")).toContain("Aucun fichier n’a encore été intégré");
    const depot = await site.deposer(await unFichier("2026-08"));
    expect(depot.status).toBe(303);
    const page = cheminDe(depot);
    const attente = await site.lire(page);
    expect(attente).toContain("en attente, 60 dossiers à lire");
    expect(attente).toContain("data-poll");
    await site.travailler();
    const finie = await site.lire(page);
    expect(finie).toContain("Fichier mensuel d’août 2026 : 60 dossiers lus, aucun rejet");
    expect(finie).toContain("Totaux conformes");
    expect(finie).not.toContain("data-poll");
    expect(await site.lire("/flux")).toContain("1 fichier intégré");
    expect(await site.lire(`${page}/dossiers`)).toContain("60 dossiers appliqués");
  },
);

testAvecBase(
  "un fichier refusé l’est dans le formulaire, avec sa raison, et rien n’est ouvert",
  async ({ deps }) => {
    const site = await unSite(deps);
    const refus: readonly (readonly [File | null, string])[] = [
      [null, "Choisissez le fichier à déposer."],
      [new File(["nom;prenom\nEXEMPLE;ALICE\n"], "liste.csv"), "CSV"],
      [await unFichier("2026-08", { code: "59" }), "département 59"],
    ];
    for (const [fichier, raison] of refus) {
      const reponse = await site.deposer(fichier);
      expect(reponse.status, raison).toBe(422);
      expect(await reponse.text()).toContain(raison);
    }
    expect(await site.lire("/flux")).toContain("Aucun fichier n’a encore été intégré");
  },
);

testAvecBase(
  "le mois suivant montre qui est entré, ce qui a changé, et chaque compte ouvre sa liste",
  async ({ deps }) => {
    const site = await unSite(deps);
    await site.deposer(await unFichier("2026-06"));
    await site.travailler();
    const depot = await site.deposer(await unFichier("2026-10"));
    await site.travailler();
    const page = cheminDe(depot);
    const html = await site.lire(page);
    expect(html).toContain("Depuis le fichier de juin 2026");
    const portes = [
      ...html.matchAll(
        /href="\/essai(\/flux\/\d+\/(?:mouvements|changements)\?[^"]+)"[^>]*>([\d\u202f]+)</gu,
      ),
    ];
    expect(portes.length).toBeGreaterThan(3);
    for (const [, chemin = "", compte = ""] of portes) {
      const liste = await site.lire(chemin.replaceAll("&amp;", "&"));
      const lignes = liste.match(/<tr data-href|<tr[^>]* data-href/gu)?.length ?? 0;
      expect(lignes, chemin).toBe(Math.min(50, Number(compte)));
    }
    const accueil = await site.lire("");
    expect(accueil).toContain("Arrivé avec le fichier mensuel d’octobre 2026");
    expect(accueil).toContain("Bénéficiaires à accompagner");
  },
);

testAvecBase(
  "un rejet se lit, se corrige et se rejoue ; encore faux, le texte saisi est gardé",
  async ({ deps }) => {
    const site = await unSite(deps);
    const depot = await site.deposer(await unFichier("2026-08", { defauts: 0.05 }));
    await site.travailler();
    const page = cheminDe(depot);
    expect(await site.lire("")).toMatch(/Corriger \d+ rejets? du fichier d’août 2026/u);
    const rejets = await site.lire(`${page}/rejets`);
    expect(rejets).toContain("Enregistrement qui n’est pas du XML bien formé");
    const illisible =
      /\/essai(\/flux\/\d+\/rejets\/\d+)"/u.exec(
        rejets.slice(rejets.indexOf("XML bien formé")),
      )?.[1] ?? "";
    const html = await site.lire(illisible);
    const texte = decoder(/<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/u.exec(html)?.[1] ?? "");
    expect(texte).toMatch(/^\s*<InfosFoyerRSA>/u);
    const encore = await site.envoyer(illisible, { version: "1", texte: `${texte}<!-- vu -->` });
    expect(encore.status).toBe(422);
    expect(await encore.text()).toContain("&lt;!-- vu --");
    const corrige = { version: "1", texte: texte.replace("</PRENON>", "</PRENOM>") };
    expect((await site.envoyer(illisible, corrige)).status).toBe(303);
    const conflit = await site.envoyer(illisible, corrige);
    expect(conflit.status).toBe(409);
    expect(await conflit.text()).toContain("Quelqu’un a rejoué ce dossier avant vous");
  },
);

const decoder = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

testAvecBase(
  "une intégration interrompue se reprend ou s’abandonne depuis sa page",
  async ({ base, deps }) => {
    const site = await unSite(deps);
    const page = cheminDe(await site.deposer(await unFichier("2026-08")));
    // As a worker that died leaves it: held by a process that no longer is.
    await base.transaction((tx) => tx.query("update integration set processus = 2147483646"));
    expect(await site.lire(page)).toContain("Cette intégration s’est arrêtée avant la fin");
    expect(await site.lire("")).toContain("Reprendre l’intégration du fichier mensuel d’août 2026");
    expect((await site.envoyer(`${page}/reprendre`)).status).toBe(303);
    await site.envoyer(`${page}/abandonner`);
    expect(await site.lire(page)).toContain("lecture abandonnée après 0 dossier lu sur 60");
  },
);

testAvecBase(
  "une intégration qui avance ne s’abandonne pas, une intégration finie non plus",
  async ({ base, deps }) => {
    const site = await unSite(deps);
    const page = cheminDe(await site.deposer(await unFichier("2026-08")));
    await base.transaction((tx) =>
      tx.query("update integration set hote = $1, processus = $2", [hostname(), process.pid]),
    );
    const refus = await site.envoyer(`${page}/abandonner`);
    expect(refus.status).toBe(422);
    expect(await refus.text()).toContain("Cette intégration avance encore");
    await base.transaction((tx) => tx.query("update integration set processus = 0"));
    await site.travailler();
    const finie = await site.envoyer(`${page}/abandonner`);
    expect(finie.status).toBe(422);
    expect(await finie.text()).toContain("déjà terminée ou abandonnée");
    expect(await site.lire(page)).toContain("60 dossiers lus, aucun rejet");
  },
);

testAvecBase(
  "les changements d’un fichier se lisent en mots, jamais en codes",
  async ({ base, deps }) => {
    const site = await unSite(deps);
    await site.deposer(await unFichier("2026-08"));
    await site.travailler();
    const page = cheminDe(await site.deposer(await unFichier("2026-09")));
    await site.travailler();
    const id = Number(page.split("/").at(-1));
    await base.transaction((tx) =>
      tx.query(
        `insert into changement (integration_id, dossier_id, personne_id, champ, avant, apres, connu_le)
         select $1, dossier_id, personne_id, v.champ, v.avant, v.apres, now()
         from situation_personne, (values ('motifs', null, '06'), ('situation-familiale', 'CEL', 'MAR')) v (champ, avant, apres)
         order by personne_id limit 2`,
        [id],
      ),
    );
    const motifs = await site.lire(`${page}/changements?champ=motifs`);
    expect(motifs).toContain(codesCaf.motifSuspensionVersement.codes["06"].slice(0, 12));
    expect(motifs).not.toContain(">06<");
    const familles = await site.lire(`${page}/changements?champ=situation-familiale`);
    expect(familles).not.toMatch(/>(?:CEL|MAR)</);
  },
);

testAvecBase(
  "l’administrateur voit les comptes, jamais les personnes ni les enregistrements",
  async ({ deps }) => {
    const chemin = join(dossierDesFlux, "admin.xml");
    await ecrireFlux(chemin, {
      dossiers: 60,
      mois: "2026-08",
      departement: { code: "80" },
      graine: 7,
      defauts: 0.05,
    });
    const { integration } = await importerFlux(deps, unAgent(), chemin);
    const site = await unSite(deps, "administrateur");
    const html = await site.lire(`/flux/${integration}`);
    expect(html).toContain("60 dossiers lus");
    expect(html).not.toContain("/mouvements");
    expect(await site.statut(`/flux/${integration}/mouvements`)).toBe(403);
    expect(await site.statut(`/flux/${integration}/rejets`)).toBe(200);
    expect(await site.statut(`/flux/${integration}/rejets/1`)).toBe(403);
    expect(await site.statut("/flux/nouveau")).toBe(403);
  },
);
