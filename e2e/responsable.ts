import assert from "node:assert/strict";
import type { Journey } from "./support/journey.ts";
import type { Visitor } from "./support/visitor.ts";

export const parcoursResponsable: readonly Journey[] = [
  {
    title: "ne voir que son territoire, dans la liste, la recherche et les fiches",
    async run(world) {
      const gestionnaire = await world.visitor("gestionnaire");
      const responsable = await world.visitor("responsable");
      await gestionnaire.open("/personnes");
      await responsable.open("/personnes");
      const partout = await total(gestionnaire);
      const ici = await total(responsable);
      assert.ok(ici > 0 && ici < partout, `${ici} personnes sur ${partout}`);
      const dedans = new Set(await fichesDe(responsable));
      const dehors = (await fichesDe(gestionnaire)).filter((path) => !dedans.has(path));
      const refusees: string[] = [];
      for (const path of dehors.slice(0, 20)) {
        const { status } = await etat(responsable, path);
        assert.ok(status === 200 || status === 404, `${path} répond ${status}`);
        if (status === 404) refusees.push(path);
      }
      const [inconnue] = refusees;
      assert.ok(inconnue, "aucune personne hors du territoire sur la première page");
      await responsable.open(inconnue, 404);
      for (const suite of ["/droits", "/foyer", "/historique", "/apercu"])
        assert.equal((await etat(responsable, `${inconnue}${suite}`)).status, 404);
      const [connue = ""] = dedans;
      await responsable.open(connue);
    },
  },
  {
    title: "n’avoir dans son menu que ce qui s’ouvre",
    async run(world) {
      const responsable = await world.visitor("responsable");
      await responsable.open("/");
      for (const href of await responsable.page.locator("#rail a").evaluateAll(adresses))
        assert.equal((await responsable.context.request.get(href)).status(), 200, href);
      await responsable.open("/flux/nouveau", 403);
    },
  },
  {
    title: "suivre une échéance, du bandeau à la liste qu’il compte et au texte qui la fixe",
    async run(world) {
      const agent = await world.visitor("responsable");
      await agent.open("/");
      const bandeau = agent.page.locator(".top-link");
      const annoncees = await agent.number(bandeau.locator(".top-count"));
      await agent.follow(bandeau);
      assert.equal(await total(agent), annoncees);
      await agent.page.locator("main tbody summary").first().click();
      await agent.sees(/à compter du \d{2}\/\d{2}\/\d{4}, soit le/);
      await agent.look("echeances");
      await agent.follow(agent.page.locator("main tbody th a").first());
      assert.match(agent.path, /^\/personnes\/\d+\/orientation$/);
    },
  },
];

const adresses = (links: readonly Element[]) =>
  links.map((link) => (link instanceof HTMLAnchorElement ? link.href : ""));

function total(agent: Visitor): Promise<number> {
  return agent.number(agent.page.locator(".sentence strong"));
}

async function fichesDe(agent: Visitor): Promise<readonly string[]> {
  const hrefs = await agent.page.locator("main tbody th a").evaluateAll(adresses);
  return hrefs.map((href) => href.replace(agent.href(""), ""));
}

async function etat(agent: Visitor, path: string): Promise<{ readonly status: number }> {
  const response = await agent.context.request.get(agent.href(path));
  return { status: response.status() };
}
