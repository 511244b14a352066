import assert from "node:assert/strict";
import type { Journey } from "./support/journey.ts";
import type { Visitor } from "./support/visitor.ts";

const FILES = "/offre/file-active";

export const parcoursOccupation: readonly Journey[] = [
  {
    title: "trouver pourquoi l’occupation est basse, et ouvrir les personnes",
    async run(world) {
      const agent = await world.visitor("responsable", { departement: "nord" });
      await agent.open("/offre/parcours");
      await agent.look("offre-parcours");
      await agent.follow(agent.link("Files actives"));
      assert.ok(agent.path.startsWith(FILES), agent.path);
      await agent.look("offre-file-active");
      await agent.follow(agent.link("Par action"));
      await agent.open(`${FILES}?par=action&fiche=vi-1`);
      await agent.sees("Pourquoi");
      await agent.look("offre-pourquoi");
      await ouvrir(agent, "#pourquoi a[href*='/offre/sejours?'][href*='entree=']");
    },
  },
  {
    title: "ouvrir les personnes derrière chaque chiffre d’une action",
    async run(world) {
      const agent = await world.visitor("responsable", { departement: "nord" });
      await agent.open(`${FILES}?par=action&fiche=vi-1`);
      await agent.follow(agent.page.locator("main th a[href*='/chiffres']").first());
      await agent.sees("Résultats attendus par la fiche");
      await agent.look("offre-chiffres");
      const ici = agent.path;
      // Persons are counted once, their stays each time they came back.
      const portes = "main table a[href*='/offre/sejours?']:not([href*='accompagnes'])";
      const nombre = await agent.page.locator(portes).count();
      assert.ok(nombre > 10, `${nombre} chiffres s’ouvrent`);
      for (const rang of [0, Math.floor(nombre / 2), nombre - 1]) {
        await agent.open(ici);
        await ouvrir(agent, portes, rang);
      }
    },
  },
  {
    title: "lire les passerelles, le profil des entrées, et les emporter dans un fichier",
    async run(world) {
      const agent = await world.visitor("pilotage", { departement: "nord" });
      await agent.open("/offre/passerelles");
      await agent.look("offre-passerelles");
      await agent.open("/offre/statistiques?fiche=vi-1");
      await agent.sees("Secret statistique");
      await agent.look("offre-statistiques");
      const reponse = await agent.page.request.get(
        agent.href("/offre/statistiques/export.csv?fiche=vi-1"),
      );
      assert.equal(reponse.status(), 200);
      assert.match(await reponse.text(), /Âge à l’entrée/);
    },
  },
];

/** The list behind a figure has as many lines as the figure says. */
async function ouvrir(agent: Visitor, portes: string, rang = 0): Promise<void> {
  const porte = agent.page.locator(portes).nth(rang);
  const annonce = await agent.number(porte);
  await agent.follow(porte);
  const titre = await agent.page.locator("main").innerText();
  const dit = /([\d\s  ]+) (?:séjours?|personnes?)/u.exec(titre)?.[1] ?? "";
  assert.equal(Number(dit.replaceAll(/\D/g, "")), annonce, `${agent.path} compte ${dit}`);
}
