import assert from "node:assert/strict";
import type { Journey } from "./support/journey.ts";

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
      await agent.follow(
        agent.page.locator("main").getByRole("link", { name: "Orientation" }).first(),
      );
      assert.match(agent.path, /^\/personnes\/\d+\/orientation$/);
      await agent.sees("Rose Parcours");
    },
  },
];
