import assert from "node:assert/strict";
import type { Journey } from "./support/journey.ts";
import type { Visitor } from "./support/visitor.ts";

const CORPS = "main";

export const parcoursRestitutions: readonly Journey[] = [
  {
    title: "remplir une restitution, ouvrir ses personnes, la certifier et la transmettre",
    async run(world) {
      const agent = await world.visitor("operatrice");
      await agent.open("/");
      await agent.follow(
        agent.page.locator(CORPS).getByRole("link", { name: /restitutions? mensuelles? / }),
      );
      assert.equal(agent.path, "/restitutions");
      await agent.look("restitutions-operatrice");
      await agent.follow(tacheDe(agent, /En retard|À remplir/));
      assert.match(agent.path, /^\/restitutions\/\d+$/);
      await agent.look("restitution-a-remplir");
      const ici = agent.path;
      const lien = agent.page.locator("main table a").first();
      const annonces = await agent.number(lien);
      await agent.follow(lien);
      await agent.look("restitution-personnes");
      assert.equal(await agent.page.locator("main tbody tr").count(), annonces);
      await agent.open(ici);
      await agent.field("commentaire").fill("Deux places se libèrent en décembre.");
      await agent.follow(agent.button("Certifier et transmettre"));
      await agent.sees("certifiée et transmise");
      await agent.look("restitution-transmise");
    },
  },
  {
    title: "rectifier la restitution d’un mois passé dont les séjours ont changé",
    async run(world) {
      const agent = await world.visitor("operatrice");
      await agent.open("/restitutions");
      await agent.follow(
        agent.page
          .locator("main li", { hasText: "les séjours ont changé depuis la transmission" })
          .last()
          .getByRole("link"),
      );
      await agent.sees("Les séjours ont changé depuis la transmission");
      await agent.look("restitution-changee");
      await agent.follow(agent.button("Ouvrir la rectification"), { status: 422 });
      await agent.field("motif").fill("Une embauche apprise après l’envoi");
      await agent.follow(agent.button("Ouvrir la rectification"));
      await agent.sees("Rouverte le");
      await agent.follow(agent.button("Certifier et transmettre"));
      await agent.sees("Version 2 : ce qui a changé");
      await agent.look("restitution-rectifiee");
    },
  },
  {
    title: "lire le mois, renvoyer une restitution avec un commentaire, en accepter une autre",
    async run(world) {
      // A territory of the Nord has forty actions.
      const agent = await world.visitor("responsable", { departement: "nord" });
      await agent.open("/restitutions");
      await agent.look("restitutions-tableau");
      const aAccepter = `/restitutions?mois=${await moisRendu(agent)}&etat=a-accepter`;
      await figuresTiennent(agent);
      await agent.open(aAccepter);
      const lignes = agent.page.locator("main tbody th a");
      assert.ok((await lignes.count()) > 1, "il faut deux restitutions à accepter");
      await agent.follow(lignes.first());
      const panneau = agent.page.getByText("Renvoyer à l’opérateur").first();
      await panneau.click();
      await agent.follow(agent.button("Renvoyer la restitution"), { status: 422 });
      await agent.field("motif").fill("Précisez la sortie du 12 : quelle est sa nature ?");
      await agent.follow(agent.button("Renvoyer la restitution"));
      await agent.sees("Précisez la sortie du 12");
      await agent.look("restitution-renvoyee");
      await agent.open(aAccepter);
      const avant = await nombre(agent);
      await agent.page.locator('main tbody input[type="checkbox"]').first().check();
      await agent.follow(agent.button(/^Accepter/));
      await agent.sees("1 restitution acceptée");
      assert.equal(await nombre(agent), avant - 1);
    },
  },
];

const tacheDe = (agent: Visitor, etat: RegExp) =>
  agent.page.locator("main .tasks li", { hasText: etat }).getByRole("link").first();

const nombre = (agent: Visitor): Promise<number> =>
  agent.number(agent.page.locator("main h2", { hasText: /restitutions?$/ }));

/** The last month of which something was received: in the first days of the next one, nothing is yet. */
async function moisRendu(agent: Visitor): Promise<string> {
  if ((await agent.page.locator("main a.figure").count()) === 0)
    await agent.follow(agent.link("Mois précédent"));
  const fichier = await agent.link("CSV").getAttribute("href");
  const mois = /mois=(\d{4}-\d{2})/.exec(fichier ?? "")?.[1];
  assert.ok(mois, "le tableau ne dit pas son mois");
  return mois;
}

/** Each figure of the board opens as many returns as it says. */
async function figuresTiennent(agent: Visitor): Promise<void> {
  const figures = await agent.page.locator("main a.figure").evaluateAll((toutes) =>
    toutes.map((figure) => ({
      chemin: figure.getAttribute("href") ?? "",
      dit: Number((figure.querySelector(".figure-value")?.textContent ?? "").replaceAll(/\D/g, "")),
    })),
  );
  assert.ok(figures.length > 1, "le tableau n’a pas de chiffres");
  for (const { chemin, dit } of figures) {
    await agent.open(chemin.replace(/^\/[^/]+/, ""));
    assert.equal(await nombre(agent), dit, chemin);
  }
}
