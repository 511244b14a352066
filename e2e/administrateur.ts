import assert from "node:assert/strict";
import { motDePasseDemonstration } from "../src/app/demonstration/comptes.ts";
import { totpCode } from "../src/platform/auth/totp.ts";
import type { Journey } from "./support/journey.ts";
import type { Visitor } from "./support/visitor.ts";

const CODE_PERIOD_MS = 30_000;
const NOUVEAU_MOT_DE_PASSE = "trois cerises sur un toit";

export const parcoursAdministrateur: readonly Journey[] = [
  {
    title: "créer un agent, lui donner un droit, le lui retirer, et le lire dans son journal",
    async run(world) {
      const admin = await world.visitor("admin");
      const motDePasse = await creerAgent(admin, "lea.martin");
      await admin.follow(admin.link("Donner un droit"));
      await admin.follow(admin.button("Donner ce droit"), { status: 422 });
      await admin.page.locator('[name="role"][value="gestionnaire"]').check();
      await admin.follow(admin.button("Donner ce droit"));
      await admin.sees("En vigueur");
      const agent = await world.stranger();
      await entrerAvecMotDePasseProvisoire(agent, "lea.martin", motDePasse);
      await agent.open("/personnes");
      await admin.button("Retirer").click();
      await admin.follow(admin.button("Oui, continuer"));
      await admin.sees("Retiré");
      await agent.open("/personnes", 403);
      await admin.follow(admin.link("Journal"));
      await admin.sees(/habilitation|droit/i);
    },
  },
  {
    title: "fermer une session ouverte ailleurs : l’autre fenêtre retourne à la connexion",
    async run(world) {
      const ici = await world.stranger();
      const ailleurs = await world.stranger();
      await ailleurs.signIn("admin", motDePasseDemonstration);
      await ici.signIn("admin", motDePasseDemonstration);
      await ici.open("/mon-compte");
      const fermer = ici.page.getByRole("button", { name: "Fermer", exact: true });
      for (let left = await fermer.count(); left > 0; left = await fermer.count())
        await ici.follow(fermer.first());
      await ailleurs.page.goto(ailleurs.href("/mon-compte"));
      assert.match(ailleurs.path, /^\/connexion/);
      world.forget("admin");
    },
  },
  {
    title: "activer le second facteur, se connecter avec le code du téléphone, puis le désactiver",
    async run(world) {
      const admin = await world.visitor("admin");
      const motDePasse = await creerAgent(admin, "ines.lopez");
      const agent = await world.stranger();
      await entrerAvecMotDePasseProvisoire(agent, "ines.lopez", motDePasse);
      await agent.open("/mon-compte/second-facteur");
      await agent.follow(agent.button("Commencer"));
      const cle = (await agent.text(agent.page.locator("main code"))).replaceAll(/\s/g, "");
      await agent.field("code").fill("000000");
      await agent.follow(agent.button("Activer le second facteur"), { status: 422 });
      const premier = new Date();
      await agent.field("code").fill(totpCode(cle, premier));
      await agent.follow(agent.button("Activer le second facteur"));
      await agent.sees("codes de secours");
      const secours = await agent.text(agent.page.locator("main li code"));
      await agent.follow(agent.link("Je les ai gardés"));
      await agent.sees("Actif");

      const retour = await world.stranger();
      await retour.signIn("ines.lopez", NOUVEAU_MOT_DE_PASSE);
      assert.match(retour.path, /^\/connexion\/code/);
      await retour.field("code").fill("000000");
      await retour.follow(retour.button("Vérifier"), { status: 422 });
      // A code serves once: the next one is valid too, half a minute early.
      await retour.field("code").fill(totpCode(cle, new Date(premier.getTime() + CODE_PERIOD_MS)));
      await retour.follow(retour.button("Vérifier"));
      assert.doesNotMatch(retour.path, /^\/connexion/);

      const secouru = await world.stranger();
      await secouru.signIn("ines.lopez", NOUVEAU_MOT_DE_PASSE);
      await secouru.field("code").fill(secours);
      await secouru.follow(secouru.button("Vérifier"));
      await secouru.open("/mon-compte/second-facteur");
      await secouru.field("motDePasse").fill(NOUVEAU_MOT_DE_PASSE);
      await secouru.follow(secouru.button("Désactiver le second facteur"));
      await secouru.sees("Le second facteur est désactivé.");
    },
  },
  {
    title: "deux administrateurs modifient le même compte : le second voit les deux versions",
    async run(world) {
      const premier = await world.visitor("admin");
      const fiche = await ouvrirAgent(premier, "referente");
      const second = await world.visitor("admin");
      await premier.open(`${fiche}/modifier`);
      await second.open(`${fiche}/modifier`);
      await premier.field("courriel").fill("premiere@exemple.fr");
      await premier.follow(premier.button("Enregistrer"));
      await second.field("courriel").fill("seconde@exemple.fr");
      await second.follow(second.button("Enregistrer"), { status: 409 });
      await second.sees("premiere@exemple.fr");
      await second.sees("seconde@exemple.fr");
      await second.follow(second.button("Enregistrer ma version"));
      await second.sees("seconde@exemple.fr");
    },
  },
  {
    title: "lire qui a ouvert le dossier d’une personne",
    async run(world) {
      const gestionnaire = await world.visitor("gestionnaire");
      const personne = await premierePersonne(gestionnaire);
      const admin = await world.visitor("admin");
      await admin.open(`${personne}/journal`);
      await admin.sees("Gaëlle Gestion");
    },
  },
];

async function creerAgent(admin: Visitor, identifiant: string): Promise<string> {
  await admin.open("/agents");
  await admin.follow(admin.link("Créer un agent"));
  await admin.follow(admin.button("Créer l’agent"), { status: 422 });
  await admin.field("prenom").fill("Inès");
  await admin.field("nom").fill("Essai");
  await admin.field("identifiant").fill(identifiant);
  await admin.follow(admin.button("Créer l’agent"));
  const motDePasse = await admin.text(admin.page.locator("main code"));
  await admin.follow(admin.link("Continuer"));
  return motDePasse;
}

async function entrerAvecMotDePasseProvisoire(
  agent: Visitor,
  identifiant: string,
  motDePasse: string,
): Promise<void> {
  await agent.signIn(identifiant, motDePasse);
  assert.equal(agent.path, "/mon-compte/mot-de-passe");
  await agent.field("actuel").fill(motDePasse);
  await agent.field("nouveau").fill(NOUVEAU_MOT_DE_PASSE);
  await agent.field("confirmation").fill(NOUVEAU_MOT_DE_PASSE);
  await agent.follow(agent.button("Changer le mot de passe"));
}

async function ouvrirAgent(admin: Visitor, identifiant: string): Promise<string> {
  await admin.open("/agents");
  await admin.field("recherche").fill(identifiant);
  await admin.follow(admin.button("Chercher"));
  await admin.follow(admin.page.locator("main tbody a").first());
  return admin.path;
}

async function premierePersonne(agent: Visitor): Promise<string> {
  await agent.open("/personnes");
  await agent.follow(agent.page.locator("main tbody a").first());
  return agent.path.replace(/\?.*/, "");
}
