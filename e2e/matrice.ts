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
    title: "écrire une règle condition par condition, la voir refusée, la déplacer et la retirer",
    async run(world) {
      const responsable = await world.visitor("responsable");
      await responsable.open(MATRICE);
      await responsable.follow(responsable.button("Ouvrir un brouillon"));
      await ecrireUneRegle(responsable);
    },
  },
  {
    title: "écrire la même règle sans script",
    async run(world) {
      const responsable = await world.visitor("responsable", { javaScriptEnabled: false });
      await responsable.open(MATRICE);
      await responsable.follow(responsable.button("Ouvrir un brouillon"));
      await ecrireUneRegle(responsable);
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

/** From an open draft: a rule that another one hides is refused with the case, then heard before it. */
async function ecrireUneRegle(agent: Visitor): Promise<void> {
  const brouillon = agent.path;
  const regles = agent.page.locator("ol.lines").first().locator("li");
  const avant = await regles.count();
  await agent.follow(agent.button("Ajouter une règle"));
  await agent.follow(agent.button("Enregistrer la règle"), { status: 422 });
  await agent.sees("Ajoutez au moins une condition.");
  await ajouterCondition(agent, "si", "age");
  await agent.field("si-0-min").fill("63");
  await ajouterCondition(agent, "si", "une-de");
  await ajouterCondition(agent, "si-1", "situation-familiale");
  await agent.page.locator("[name=si-1-0-parmi][value=CEL]").check();
  await ajouterCondition(agent, "si-1", "enfants-a-charge");
  await agent.field("si-1-1-min").fill("2");
  await agent.field("alors").selectOption("sociale");
  await agent.field("libelle").fill("63 ans ou plus, seul ou avec deux enfants");
  await agent.field("texte").fill("Avis du comité local");
  await agent.follow(agent.button("Relire la phrase"));
  await agent.sees(
    "Si elle a 63 ans ou plus, et (sa situation familiale est « Célibataire », ou elle a au moins 2 enfants à charge), alors : Sociale.",
  );
  await agent.look("regle-matrice");
  await agent.follow(agent.button("Enregistrer la règle"), { status: 422 });
  await agent.sees(/63 ans.+la règle « 62 ans ou plus.+répond avant/);
  await agent.field("place").selectOption("avant:0");
  await agent.follow(agent.button("Enregistrer la règle"));
  await agent.sees("est enregistrée dans le brouillon");
  assert.equal(await regles.count(), avant + 1);
  assert.match(await agent.text(regles.first()), /^1\. 63 ans ou plus/);
  await agent.look("brouillon-matrice");
  const seconde = await agent.text(regles.nth(1).locator("strong"));
  await agent.follow(regles.nth(1).getByRole("button", { name: /^Monter/ }));
  assert.equal(await agent.text(regles.first().locator("strong")), seconde.replace("2.", "1."));
  await agent.follow(regles.nth(1).getByRole("button", { name: /^Retirer/ }));
  await agent.sees("sera retirée à l’enregistrement");
  await agent.follow(enregistrer(agent));
  await agent.sees("Le brouillon est enregistré.");
  assert.equal(await regles.count(), avant);
  assert.equal(agent.path.split("#")[0], brouillon);
}

async function ajouterCondition(agent: Visitor, groupe: string, sorte: string): Promise<void> {
  await agent.field(`${groupe}-ajout`).selectOption(sorte);
  await agent.follow(agent.page.locator(`button[value="ajouter:${groupe}"]`));
}

/** Beside « Enregistrer et simuler », which says more. */
function enregistrer(agent: Visitor) {
  return agent.page.getByRole("button", { name: "Enregistrer", exact: true }).first();
}
