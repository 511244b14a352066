import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import type { Download } from "playwright-core";
import { checkWidth } from "./support/check-page.ts";
import { moisSuivant } from "./support/dates.ts";
import type { Journey } from "./support/journey.ts";
import { checkOneLine } from "./support/one-line.ts";
import type { Visitor } from "./support/visitor.ts";
import type { World } from "./support/world.ts";

/** The population of the demonstration one month later, with a few records that cannot be read. */
const MOIS_SUIVANT = ["--mois", moisSuivant(), "--dossiers", "700", "--graine", "2154"];

export const parcoursGestionnaire: readonly Journey[] = [
  {
    title:
      "déposer le fichier du mois, le suivre jusqu’au bout, ouvrir une entrée, et rejouer un rejet",
    async run(world) {
      const fichier = await genererFlux(world, "mois-suivant.xml", [
        ...MOIS_SUIVANT,
        "--defauts",
        "0.5",
      ]);
      const agent = await world.visitor("gestionnaire");
      await agent.open("/");
      await agent.follow(agent.link("Déposer un fichier"));
      await agent.follow(agent.button("Déposer et intégrer"), { status: 422 });
      await agent.page.locator("[data-error-summary]").waitFor();
      await agent.field("fichier").setInputFiles(fichier);
      await agent.follow(agent.button("Déposer et intégrer"));
      const integration = agent.path;
      assert.match(integration, /^\/flux\/\d+$/);
      // The page refreshes itself: nothing is asked of the reader.
      await agent.page.locator("#suivi:not([data-poll])").waitFor({ timeout: 120_000 });
      await agent.look("flux-fini");
      await agent.sees("Totaux conformes");
      await ouvrirUneEntree(agent);
      await agent.open(integration);
      await rejouerUnRejet(agent);
      await agent.open("/flux/nouveau");
      await agent.field("fichier").setInputFiles(fichier);
      await agent.follow(agent.button("Déposer et intégrer"), { status: 422 });
      await agent.sees("Ce fichier n’est pas pris");
    },
  },
  {
    title: "une intégration terminée ne redemande plus rien au serveur",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.page.clock.install();
      await agent.open("/flux");
      await agent.follow(agent.page.locator("main tbody a").first());
      let asked = 0;
      agent.page.on("request", () => {
        asked += 1;
      });
      await agent.page.clock.runFor(60_000);
      assert.equal(asked, 0);
    },
  },
  {
    title: "filtrer les personnes, lire la phrase, trier, tourner la page, garder la vue",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open("/personnes");
      const tous = await total(agent);
      await agent.page.locator("summary", { hasText: "Affiner" }).click();
      await agent.field("incomplet").selectOption({ label: "Dossier incomplet" });
      // The list follows by itself, and the address with it.
      await agent.page.waitForURL(/incomplet=oui/);
      await agent.follow(agent.button("Appliquer"));
      await agent.page.getByRole("link", { name: /^Retirer le filtre .*incomplet/ }).waitFor();
      assert.ok((await total(agent)) < tous, "le filtre ne réduit pas la liste");
      await agent.follow(agent.page.getByRole("link", { name: /^Retirer le filtre .*incomplet/ }));
      assert.equal(await total(agent), tous);
      await agent.follow(
        agent.page
          .getByRole("columnheader", { name: "Nom", exact: true })
          .or(agent.page.locator("th", { hasText: /^Nom/ }))
          .first()
          .getByRole("link"),
      );
      assert.match(agent.path, /sens=desc/);
      const premiere = await noms(agent);
      assert.deepEqual(premiere, [...premiere].sort(decroissant), "la liste n’est pas triée");
      await agent.follow(agent.link("Suivant"));
      const seconde = await noms(agent);
      assert.deepEqual([...premiere, ...seconde], [...premiere, ...seconde].sort(decroissant));
      await agent.follow(agent.link("Précédent"));
      assert.deepEqual(await noms(agent), premiere);
      await agent.page.locator("summary", { hasText: "Vues" }).click();
      await agent.field("nom").fill("De Z à A");
      await agent.follow(agent.button("Enregistrer cette vue"));
      await agent.sees("La vue « De Z à A » est enregistrée.");
      await agent.open("/personnes");
      await agent.page.locator("summary", { hasText: "Vues" }).click();
      await agent.follow(agent.link("De Z à A"));
      assert.deepEqual(await noms(agent), premiere);
    },
  },
  {
    title: "choisir ses colonnes, et les retrouver le lendemain",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open("/personnes");
      await agent.page.locator("summary", { hasText: "Colonnes" }).click();
      await agent.page.getByLabel("Numéro de demande", { exact: true }).check();
      await agent.follow(agent.button("Afficher ces colonnes"));
      await agent.open("/personnes");
      await agent.page.locator("th", { hasText: "Numéro de demande" }).waitFor();
      await agent.page.locator("summary", { hasText: "Colonnes" }).click();
      await agent.follow(agent.button("Revenir aux colonnes habituelles"));
      assert.equal(await agent.page.locator("th", { hasText: "Numéro de demande" }).count(), 0);
    },
  },
  {
    title: "exporter la liste en CSV et en classeur, et y relire ce qui est à l’écran",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open("/personnes?tri=nom");
      const attendu = await total(agent);
      const [premiere = ""] = await noms(agent);
      const menu = agent.page.locator("summary", { hasText: "Exporter" });
      await menu.click();
      const csv = readFileSync(
        await fichierDe(await agent.download(agent.link("Fichier CSV"))),
        "utf8",
      );
      const lignes = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ""), {
        skipEmptyLines: true,
      }).data;
      assert.ok(
        lignes.some((ligne) => ligne.includes(premiere)),
        `pas de « ${premiere} » : ${lignes.slice(3, 6).join(" / ")}`,
      );
      assert.ok(lignes.length > attendu, `${lignes.length} lignes pour ${attendu} personnes`);
      await agent.open("/personnes?tri=nom");
      await menu.click();
      const classeur = await fichierDe(await agent.download(agent.link("Classeur (XLSX)")));
      const [feuille] = (await readXlsx(new Uint8Array(readFileSync(classeur)))).sheets;
      assert.ok((feuille?.rows.length ?? 0) > attendu);
      assert.ok(feuille?.rows.some((ligne) => ligne.includes(premiere)));
    },
  },
  {
    title: "chercher au clavier, avec une faute, et ouvrir la fiche",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open("/personnes");
      const [nom = ""] = (await noms(agent)).filter((one) => /^[a-z]{7,}$/i.test(one));
      await agent.page.keyboard.press("/");
      await agent.page.waitForFunction(() => document.activeElement?.id === "recherche");
      await agent.page.keyboard.type(faute(nom));
      await agent.page.keyboard.press("Enter");
      await agent.page.waitForURL(/\/recherche/);
      await agent.look();
      const trouvee = agent.page.locator("main tbody a", { hasText: new RegExp(nom, "i") }).first();
      await trouvee.focus();
      await agent.page.keyboard.press("Enter");
      await agent.page.waitForURL(/\/personnes\/\d+$/);
    },
  },
  {
    title: "chercher par numéro de sécurité sociale sans qu’il entre dans l’adresse",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open("/");
      await agent.page.locator("#recherche").fill("1 80 01 99 350 001 02");
      await agent.page.locator("#recherche").press("Enter");
      await agent.page.waitForURL(/\/recherche/);
      assert.doesNotMatch(agent.page.url(), /1.?80.?01.?99/);
      await agent.look();
    },
  },
  {
    title: "parcourir la liste au clavier : l’aperçu suit la ligne, Entrée ouvre la fiche",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      const { page } = agent;
      await agent.open("/personnes");
      const [premier = "", second = ""] = await noms(agent);
      await page.keyboard.press("j");
      await page.locator("#apercu:not([hidden])", { hasText: premier }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.locator("#apercu:not([hidden])", { hasText: second }).waitFor();
      await agent.look("personnes-apercu");
      await page.keyboard.press("Escape");
      await page.locator("#apercu[hidden]").waitFor({ state: "attached" });
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/personnes\/\d+$/);
      await agent.look();
    },
  },
  {
    title: "cocher toute la page, lire combien, décocher une ligne",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open("/personnes");
      const lignes = await agent.page.locator("main tbody tr").count();
      const compteur = agent.page.locator("[data-selection-count]");
      await agent.page.getByLabel("Tout choisir sur cette page").check();
      await compteur.filter({ hasText: `${lignes} personnes choisies` }).waitFor();
      await agent.page.locator("main tbody .table-check").first().uncheck();
      await compteur.filter({ hasText: `${lignes - 1} personnes choisies` }).waitFor();
      // Twice: the page stays, and so does the choice.
      for (const _fois of [1, 2]) {
        const sortie = await fichierDe(await agent.download(agent.button("Exporter la sélection")));
        const [feuille] = (await readXlsx(new Uint8Array(readFileSync(sortie)))).sheets;
        assert.ok((feuille?.rows.length ?? 0) >= lignes - 1);
      }
    },
  },
  {
    title: "la liste suit ce qui est tapé, sans bouton et sans perdre le champ",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open("/personnes");
      const [nom = ""] = (await noms(agent)).filter((one) => /^[a-z]{5,}$/i.test(one));
      const champ = agent.page.locator('main [name="q"]');
      await champ.pressSequentially(nom);
      await agent.page.waitForURL(/[?&]q=/);
      await agent.page.locator("main tbody tr", { hasText: nom }).first().waitFor();
      assert.equal(await champ.inputValue(), nom);
      assert.ok(await champ.evaluate((one) => one === document.activeElement));
      await agent.look();
    },
  },
  {
    title: "un formulaire envoyé deux fois d’un double clic ne part qu’une fois",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open(`${await premierePersonne(agent)}/contacts`);
      let sent = 0;
      agent.page.on("request", (request) => {
        if (request.method() === "POST") sent += 1;
      });
      await agent.field("courriel").fill("deux.fois@exemple.fr");
      await agent.button("Enregistrer").dblclick();
      await agent.page.waitForURL(/\/personnes\/\d+$/);
      await agent.sees("Les coordonnées sont enregistrées.");
      assert.equal(sent, 1);
    },
  },
  {
    title:
      "deux personnes corrigent le même téléphone : la seconde voit les deux versions, puis choisit",
    async run(world) {
      const premiere = await world.visitor("gestionnaire");
      const seconde = await world.visitor("gestionnaire");
      const fiche = await premierePersonne(premiere);
      await premiere.open(`${fiche}/contacts`);
      await seconde.open(`${fiche}/contacts`);
      await premiere.field("telephone").fill("06 11 22 33 44");
      await premiere.follow(premiere.button("Enregistrer"));
      await premiere.sees("06 11 22 33 44");
      await seconde.field("telephone").fill("06 55 66 77 88");
      await seconde.follow(seconde.button("Enregistrer"), { status: 409 });
      await seconde.sees("Quelqu’un a enregistré avant vous");
      await seconde.sees("06 11 22 33 44");
      assert.equal(await seconde.field("telephone").inputValue(), "06 55 66 77 88");
      await seconde.follow(seconde.button("Enregistrer ma version"));
      await seconde.sees("06 55 66 77 88");
    },
  },
  {
    title: "sans script : la liste, ses filtres, une fiche, sa frise en tableau, et une correction",
    async run(world) {
      const lecteur = await world.visitor("gestionnaire", { javaScriptEnabled: false });
      await lecteur.open("/");
      await lecteur.open("/personnes");
      await lecteur.page.locator("summary", { hasText: "Affiner" }).click();
      await lecteur.field("incomplet").selectOption({ label: "Dossier incomplet" });
      await lecteur.follow(lecteur.button("Appliquer"));
      assert.match(lecteur.path, /incomplet=oui/);
      await lecteur.follow(lecteur.page.locator("main tbody a").first());
      await lecteur.page.getByText("Voir la frise en tableau").click();
      await lecteur.page.locator(".frise-table tbody tr").first().waitFor();
      for (const onglet of ["Droits et ressources", "Foyer et adresses"])
        await lecteur.follow(lecteur.link(onglet));
      const dossier = lecteur.page.getByRole("navigation", { name: "Dossier de la personne" });
      await checkOneLine(lecteur, dossier.locator("> ul > li, summary"), "onglets de la personne");
      await dossier.locator("summary").click();
      await lecteur.follow(lecteur.link("Historique"));
      await dossier.locator("> ul [aria-current]", { hasText: "Historique" }).waitFor();
      await lecteur.open("/flux");
      await lecteur.follow(lecteur.page.locator("main tbody a").first());
    },
  },
  {
    title:
      "zoomer à 200 %, avec ou sans script, dans n’importe quelle police : rien ne déborde et rien ne se cache",
    async run(world) {
      for (const javaScriptEnabled of [true, false]) {
        // Twice the zoom is half the width, as browsers count it. The page's own policy would refuse the test's font.
        const agent = await world.visitor("gestionnaire", {
          viewport: { width: 640, height: 400 },
          deviceScaleFactor: 2,
          javaScriptEnabled,
          bypassCSP: true,
        });
        const pages = ["/", "/personnes", "/recherche?q=mart", "/flux", "/doublons", "/requetes"];
        for (const path of [...pages, await premierePersonne(agent)]) {
          await agent.open(path);
          await checkWidth(agent);
          await agent.page.evaluate(widerFont);
          await checkWidth(agent);
          await agent.page.locator("h1").waitFor();
        }
      }
    },
  },
  {
    title:
      "imprimer une fiche, une liste et une intégration : la page seule, sa date et son auteur",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      const fiche = await premierePersonne(agent);
      await agent.open("/flux");
      const integration = await agent.page.locator("main tbody a").first().getAttribute("href");
      const pages = {
        personne: fiche,
        liste: "/personnes",
        integration: integration?.replace(/^\/somme/, "") ?? "",
      };
      for (const [nom, path] of Object.entries(pages)) {
        await agent.open(path);
        await agent.page.emulateMedia({ media: "print" });
        await agent.page.locator(".print-only", { hasText: "Imprimé depuis Jalon" }).waitFor();
        for (const cache of [".top", ".rail", ".no-print"])
          for (const one of await agent.page.locator(cache).all())
            assert.ok(!(await one.isVisible()), `${cache} s’imprime sur ${path}`);
        await agent.capture(`impression-${nom}`);
        await agent.page.emulateMedia({ media: null });
      }
    },
  },
];

/** The widest a reader's own font may reasonably be. */
function widerFont(): void {
  const style = document.createElement("style");
  style.textContent = "* { font-family: monospace !important; }";
  document.head.append(style);
}

async function ouvrirUneEntree(agent: Visitor): Promise<void> {
  await agent.follow(agent.page.locator('main a[href*="nature=entree"]').first());
  await agent.follow(agent.page.locator('main tbody a[href*="/personnes/"]').first());
  await agent.page.locator("[data-frise] svg").first().waitFor();
  await agent.page.locator("[data-fact]").first().focus();
  const legende = agent.page.locator("[data-frise-detail]");
  assert.equal(
    await agent.text(legende),
    await agent.page.locator("[data-fact]").first().getAttribute("data-fact"),
  );
  await agent.page.getByText("Voir la frise en tableau").click();
  await agent.page.locator(".frise-table tbody tr").first().waitFor();
  await agent.look("frise-en-tableau");
}

async function rejouerUnRejet(agent: Visitor): Promise<void> {
  await agent.follow(agent.link(/^Corriger \d+ rejet/));
  await agent.follow(agent.page.locator("tr", { hasText: "À corriger" }).getByRole("link").first());
  const texte = agent.field("texte");
  const recu = await texte.inputValue();
  await agent.follow(agent.button("Corriger et rejouer"), { status: 422 });
  assert.equal(await texte.inputValue(), recu, "le texte saisi est perdu");
  await texte.fill(corriger(recu));
  await agent.follow(agent.button("Corriger et rejouer"));
  await agent.sees("Le dossier corrigé est intégré");
  await agent.sees("Rejoué");
}

/** What the generator damages, put right. */
function corriger(xml: string): string {
  let roles = 0;
  return xml
    .replaceAll("</PRENON>", "</PRENOM>")
    .replaceAll("2099-01-01", "1985-01-01")
    .replaceAll(/(<NATPREST>RSA<\/NATPREST>\s*)(<ROLEPERS>DEM<\/ROLEPERS>)/g, (all, nature) => {
      roles += 1;
      return roles === 1 ? all : `${nature}<ROLEPERS>CJT</ROLEPERS>`;
    })
    .replaceAll(/(<NATPREST>RSA<\/NATPREST>\s*)(?!\s*<ROLEPERS>)/g, "$1<ROLEPERS>DEM</ROLEPERS>\n");
}

async function genererFlux(world: World, nom: string, options: readonly string[]): Promise<string> {
  const sortie = join(world.folder, nom);
  await world.product.command(
    "generer",
    "flux-caf",
    "--departement",
    "80",
    ...options,
    "--sortie",
    sortie,
  );
  return sortie;
}

function total(agent: Visitor): Promise<number> {
  return agent.number(agent.page.locator(".sentence strong"));
}

function noms(agent: Visitor): Promise<string[]> {
  return agent.page.locator("main tbody th[scope=row]").allInnerTexts();
}

/** The list sorts by name then first name, of which only the first letter is sure here. */
const decroissant = (a: string, b: string) => b.slice(0, 1).localeCompare(a.slice(0, 1), "fr");

/** A letter forgotten. */
function faute(nom: string): string {
  return nom.slice(0, 5) + nom.slice(6);
}

async function fichierDe(download: Download): Promise<string> {
  assert.equal(await download.failure(), null);
  return download.path();
}

async function premierePersonne(agent: Visitor): Promise<string> {
  await agent.page.goto(agent.href("/personnes"));
  const href = await agent.page.locator("main tbody a").first().getAttribute("href");
  return href?.replace(/^\/somme/, "") ?? "";
}
