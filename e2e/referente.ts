import assert from "node:assert/strict";
import type { Journey } from "./support/journey.ts";
import { checkOneLine } from "./support/one-line.ts";

export const parcoursReferente: readonly Journey[] = [
  {
    title: "suivre les personnes qui lui sont confiées, et elles seules",
    async run(world) {
      const gestionnaire = await world.visitor("gestionnaire");
      const agent = await world.visitor("referente");
      await agent.open("/personnes");
      const siennes = await agent.number(agent.page.locator(".sentence strong"));
      assert.ok(siennes > 0);
      const lire = async (visiteur: typeof agent) =>
        visiteur.page
          .locator("main tbody th a")
          .evaluateAll((liens) => liens.map((lien) => lien.getAttribute("href") ?? ""));
      const confiees = new Set(await lire(agent));
      await gestionnaire.open("/personnes");
      assert.ok(
        siennes < (await gestionnaire.number(gestionnaire.page.locator(".sentence strong"))),
      );
      const autre = (await lire(gestionnaire)).find((lien) => !confiees.has(lien));
      assert.ok(autre, "toutes les personnes de la page lui sont confiées");
      await agent.open(autre.slice(autre.indexOf("/personnes")), 404);
      await agent.open("/personnes");
      await agent.follow(agent.page.locator("main tbody th a").first());
      const dossier = agent.page.getByRole("navigation", { name: "Dossier de la personne" });
      // Pages she opens less often wait behind « Plus »: opened by the keyboard, closed by Escape, the focus given back.
      await checkOneLine(agent, dossier.locator("> ul > li, summary"), "onglets de la personne");
      await dossier.locator("summary").press("Enter");
      await agent.page.keyboard.press("Escape");
      assert.equal(await dossier.locator("details[open]").count(), 0);
      await dossier.locator("summary:focus").press("Enter");
      await agent.follow(dossier.getByRole("link", { name: "Orientation" }));
      assert.match(agent.path, /^\/personnes\/\d+\/orientation$/);
      assert.equal(await agent.text(dossier.locator("[aria-current]")), "Orientation");
      await agent.sees("Rose Parcours");
    },
  },
];
