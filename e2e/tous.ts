import assert from "node:assert/strict";
import { motDePasseDemonstration } from "../src/app/demonstration/comptes.ts";
import type { Journey } from "./support/journey.ts";

export const parcoursTous: readonly Journey[] = [
  {
    title: "choisir son département sur la première page",
    async run(world) {
      const quidam = await world.stranger();
      await quidam.page.goto(world.product.origin);
      await quidam.look();
      for (const nom of ["Nord (59)", "Bas-Rhin (67)", "Somme (80)", "Seine-Saint-Denis (93)"])
        await quidam.link(nom).waitFor();
      await quidam.follow(quidam.link("Somme (80)"));
      assert.equal(quidam.path, "/connexion");
    },
  },
  {
    title: "se tromper de mot de passe, lire pourquoi, puis entrer et sortir",
    async run(world) {
      const quidam = await world.stranger();
      await quidam.open("/connexion");
      await quidam.follow(quidam.button("Se connecter"), { status: 422 });
      await quidam.sees("La connexion n’a pas pu se faire");
      await quidam.field("identifiant").fill("referente");
      await quidam.field("motDePasse").fill("pas le bon");
      await quidam.follow(quidam.button("Se connecter"), { status: 422 });
      await quidam.sees("La connexion n’a pas pu se faire");
      assert.equal(await quidam.field("identifiant").inputValue(), "referente");
      assert.equal(await quidam.field("motDePasse").inputValue(), "");
      await quidam.field("motDePasse").fill(motDePasseDemonstration);
      await quidam.follow(quidam.button("Se connecter"));
      assert.equal(quidam.path, "");
      await quidam.page.locator("header summary").click();
      await quidam.follow(quidam.button("Se déconnecter"));
      assert.match(quidam.path, /^\/connexion/);
      await quidam.page.goto(quidam.href("/mon-compte"));
      assert.match(quidam.path, /^\/connexion/);
    },
  },
  {
    title: "demander une page sans être entré, entrer, et se retrouver sur cette page",
    async run(world) {
      const quidam = await world.stranger();
      await quidam.page.goto(quidam.href("/mon-compte"));
      assert.match(quidam.path, /^\/connexion/);
      await quidam.field("identifiant").fill("referente");
      await quidam.field("motDePasse").fill(motDePasseDemonstration);
      await quidam.follow(quidam.button("Se connecter"));
      assert.equal(quidam.path, "/mon-compte");
    },
  },
  {
    title: "entrer sans souris, du premier champ à la première page",
    async run(world) {
      const { page, ...quidam } = await keyboardOnly(world);
      assert.equal(await quidam.focused(), "identifiant");
      await page.keyboard.type("referente");
      await page.keyboard.press("Tab");
      assert.equal(await quidam.focused(), "motDePasse");
      await page.keyboard.type(motDePasseDemonstration);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/somme\/?$/);
      await page.keyboard.press("Tab");
      assert.equal(
        await page.evaluate(() => document.activeElement?.textContent),
        "Aller au contenu",
      );
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "contenu");
    },
  },
  {
    title: "sans script, entrer, lire son compte et se faire refuser un formulaire",
    async run(world) {
      const lecteur = await world.stranger({ javaScriptEnabled: false });
      await lecteur.signIn("referente", motDePasseDemonstration);
      await lecteur.open("/mon-compte");
      await lecteur.follow(lecteur.link("Changer"));
      await lecteur.follow(lecteur.button("Changer le mot de passe"), { status: 422 });
      await lecteur.page.locator("[data-error-summary]").waitFor();
    },
  },
  {
    title: "un formulaire refusé donne le focus au résumé, et chaque lien mène à son champ",
    async run(world) {
      const agent = await world.visitor("pilotage");
      await agent.open("/mon-compte/mot-de-passe");
      await agent.follow(agent.button("Changer le mot de passe"), { status: 422 });
      const { page } = agent;
      const resume = page.locator("[data-error-summary]");
      assert.ok(await resume.evaluate((one) => one === document.activeElement));
      await resume.getByRole("link").first().click();
      assert.equal(
        await page.evaluate(() => document.activeElement?.getAttribute("name")),
        "actuel",
      );
    },
  },
  {
    title: "une page qui n’existe pas le dit, et ramène à l’accueil",
    async run(world) {
      const agent = await world.visitor("pilotage");
      await agent.open("/nulle-part", 404);
      await agent.follow(agent.link("Revenir à l’accueil"));
      assert.equal(agent.path.replace(/^\//, ""), "");
    },
  },
  {
    title: "lire les raccourcis du clavier par « ? », et refermer par Échap",
    async run(world) {
      const { page } = await openedBy(world);
      await page.keyboard.press("?");
      await page.locator("dialog[data-help][open]").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("dialog[data-help]:not([open])").waitFor({ state: "attached" });
    },
  },
];

async function keyboardOnly(world: Parameters<Journey["run"]>[0]) {
  const { page, ...rest } = await openedStranger(world);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("name") ?? "");
  return { ...rest, page, focused };
}

async function openedStranger(world: Parameters<Journey["run"]>[0]) {
  const stranger = await world.stranger();
  await stranger.page.goto(stranger.href("/connexion"));
  return { page: stranger.page };
}

async function openedBy(world: Parameters<Journey["run"]>[0]) {
  const agent = await world.visitor("pilotage");
  await agent.open("/mon-compte");
  return { page: agent.page };
}
