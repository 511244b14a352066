import assert from "node:assert/strict";
import type { Journey } from "./support/journey.ts";
import type { Visitor } from "./support/visitor.ts";

const MATRICE = "/orientation/matrice";

export const parcoursMatrice: readonly Journey[] = [
  {
    title: "changer la matrice dans un brouillon, lire le cas qu’elle oublie, puis simuler",
    async run(world) {
      const responsable = await world.visitor("responsable");
      await responsable.open(MATRICE);
      await responsable.look("matrice");
      await responsable.follow(responsable.button("Ouvrir un brouillon"));
      const brouillon = responsable.path;
      assert.match(brouillon, /^\/orientation\/matrice\/brouillons\/\d+$/);
      await responsable.field("seuil-emploi-E2").fill("40");
      await responsable.follow(enregistrer(responsable), { status: 422 });
      await responsable.sees(/Personne ne peut arriver dans la cellule/);
      assert.equal(await responsable.field("seuil-emploi-E2").inputValue(), "40");
      await responsable.field("seuil-emploi-E2").fill("6");
      await responsable.field("poids-HISPRO-1903-emploi").fill("3");
      await responsable.follow(responsable.button("Enregistrer et simuler"));
      await responsable.sees(/Avec ce brouillon, .+ d’orientation/);
      await responsable.look("simulation-matrice");
      const passage = responsable.page.locator("main tbody td a[href*='vers=']").first();
      const annoncees = await responsable.number(passage);
      await responsable.follow(passage);
      const lignes = responsable.page.locator("#personnes tbody tr");
      assert.equal(await lignes.count(), Math.min(annoncees, 50));
      await responsable.open(brouillon);
      await responsable.open(`${brouillon}/adoption`);
      await responsable.follow(responsable.button("Adopter cette matrice"), { status: 422 });
      await responsable.sees("Dites pourquoi la matrice change.");
    },
  },
  {
    title: "recueillir un diagnostic page après page, le relire et le valider",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open("/personnes");
      await agent.follow(agent.page.locator("main tbody th a").first());
      const personne = agent.path.split("?")[0] ?? "";
      await agent.open(`${personne}/diagnostic/saisie/2`);
      await agent.page.locator("[name=HISPRO]").first().check();
      await agent.follow(agent.button("Enregistrer et continuer"));
      assert.equal(agent.path, `${personne}/diagnostic/saisie/3`);
      await agent.open(`${personne}/diagnostic/relecture`);
      await agent.sees("Vous avez toujours travaillé");
      await agent.follow(agent.button("Valider le diagnostic"));
      assert.equal(agent.path, `${personne}/diagnostic`);
      await agent.sees(/Validé par/);
      await agent.look("diagnostic");
    },
  },
];

/** Beside « Enregistrer et simuler », which says more. */
function enregistrer(agent: Visitor) {
  return agent.page.getByRole("button", { name: "Enregistrer", exact: true });
}
