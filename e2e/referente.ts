import assert from "node:assert/strict";
import type { Journey } from "./support/journey.ts";

export const parcoursReferente: readonly Journey[] = [
  {
    title: "n’avoir encore personne à suivre, et lire pourquoi",
    async run(world) {
      const agent = await world.visitor("referente");
      await agent.open("/");
      const personnes = agent.page.locator("#rail").getByRole("link", { name: "Personnes" });
      if ((await personnes.count()) === 0) return;
      await agent.follow(personnes);
      await agent.sees("Aucune personne");
      assert.equal(await agent.page.locator("main tbody tr").count(), 0);
    },
  },
];
