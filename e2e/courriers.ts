import assert from "node:assert/strict";
import type { Journey } from "./support/journey.ts";
import type { Visitor } from "./support/visitor.ts";

const MODELE = "/courriers/modeles/information-droits-devoirs";

export const parcoursCourriers: readonly Journey[] = [
  {
    title:
      "écrire à une personne : le courrier se voit avant, sort avec son numéro, et sa réception se note",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open(`${await premierePersonne(agent)}/courriers`);
      await agent.follow(agent.link("Écrire un courrier"));
      await agent.page
        .locator('[name="modele"]')
        .first()
        .selectOption("information-droits-devoirs");
      await agent.follow(agent.button("Voir ce courrier"));
      await imageDe(agent);
      await agent.follow(agent.button("Émettre ce courrier"));
      assert.match(agent.path, /^\/courriers\/\d+$/);
      await agent.sees(/Le courrier \d{4}-\d{6} est émis/);
      await imageDe(agent);
      const pdf = await agent.page.request.get(`${agent.page.url()}/document.pdf`);
      assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
      await agent.field("le").fill("01/01/2020");
      await agent.field("preuve").selectOption("avis-de-reception");
      await agent.follow(agent.button("Enregistrer la réception"), { status: 422 });
      await agent.sees("La réception ne peut pas être avant le jour du courrier");
    },
  },
  {
    title: "écrire à une liste : qui est écarté se dit avant, et le lot sort en un document",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open("/personnes");
      for (const rang of [0, 1, 2]) {
        await agent.page.locator('main tbody input[type="checkbox"]').nth(rang).check();
      }
      await agent.follow(agent.button("Écrire un courrier"));
      const lot = agent.path;
      await agent.open(`${lot}?modele=information-droits-devoirs&moyen=remise-en-main-propre`);
      await agent.sees("3 courriers peuvent partir");
      await agent.button("Émettre 3 courriers").click();
      await agent.follow(agent.button("Oui, continuer"));
      await agent.sees("3 courriers sont émis");
      const pdf = await agent.page.request.get(agent.href(`${lot}/impression.pdf`));
      assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
      await agent.follow(agent.button("Noter l’envoi du lot aujourd’hui"));
      await agent.sees("L’envoi est noté pour 3 courriers");
    },
  },
  {
    title:
      "modifier un modèle : un champ inconnu est refusé, le brouillon s’essaie sur une personne, puis s’adopte",
    async run(world) {
      const agent = await world.visitor("gestionnaire");
      await agent.open(MODELE);
      const premier = agent.page.locator('[name="bloc-texte"]').first();
      await premier.fill("{{personne.inconnu}},");
      await agent.follow(agent.button("Enregistrer le brouillon"), { status: 422 });
      await agent.sees("le champ « personne.inconnu » n’existe pas");
      await agent.page.locator('[name="bloc-texte"]').first().fill("Bonjour {{personne.appel}},");
      await agent.follow(agent.button("Enregistrer le brouillon"));
      await agent.sees("Ce brouillon n’est pas encore en vigueur");
      const personne = (await premierePersonne(agent)).replace(/\D/g, "");
      await agent.open(`${MODELE}?personne=${personne}`);
      await agent.sees("Essayé sur");
      await imageDe(agent);
      await agent.button("Adopter ce brouillon").click();
      await agent.follow(agent.button("Oui, continuer"));
      await agent.sees("La version 1 est en vigueur");
    },
  },
];

/** The picture of the letter has come, and is one. */
async function imageDe(agent: Visitor): Promise<void> {
  await agent.page.waitForFunction(() => {
    const image = document.querySelector<HTMLImageElement>(".sheet img");
    return image?.complete === true && image.naturalWidth > 0;
  });
}

async function premierePersonne(agent: Visitor): Promise<string> {
  await agent.page.goto(agent.href("/personnes"));
  const href = await agent.page.locator("main tbody a").first().getAttribute("href");
  return href?.replace(/^\/somme/, "") ?? "";
}
