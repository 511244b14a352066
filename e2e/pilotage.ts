import assert from "node:assert/strict";
import type { Journey } from "./support/journey.ts";

export const parcoursPilotage: readonly Journey[] = [
  {
    title: "ouvrir chaque nombre des requêtes, et trouver autant de lignes dans sa liste",
    async run(world) {
      const agent = await world.visitor("pilotage");
      await agent.open("/requetes");
      const lignes = await agent.page.locator("main tbody tr").count();
      assert.ok(lignes >= 3, `${lignes} requêtes`);
      for (let rang = 0; rang < lignes; rang += 1) {
        await agent.open("/requetes");
        const porte = agent.page.locator("main tbody tr").nth(rang).locator("td a").first();
        const annonce = await agent.number(porte);
        await agent.follow(porte);
        const phrase = agent.page.locator(".sentence strong");
        const trouve = (await phrase.count()) === 0 ? 0 : await agent.number(phrase);
        assert.equal(trouve, annonce, agent.path);
      }
    },
  },
];
