import { expect } from "vitest";
import { creerAgent, donnerHabilitation } from "#commun/agent";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { appOf, cookieOf, get, instanceOf, post } from "./testing/visite.ts";

const MOT_DE_PASSE = "velours brique tempête";

async function entrer(deps: Deps, role: string, identifiant: string) {
  const compte = { identifiant, nom: "Essai", prenom: "Ève", motDePasse: MOT_DE_PASSE };
  const { id } = await creerAgent.execute(deps, unAgent(), compte);
  await donnerHabilitation.execute(deps, unAgent(), { agentId: id, role });
  const app = await appOf(instanceOf(deps.base));
  const entree = await post(app, "/essai/connexion", { identifiant, motDePasse: MOT_DE_PASSE });
  const cookie = cookieOf(entree);
  return {
    id,
    lire: async (chemin: string) => (await get(app, `/essai${chemin}`, { cookie })).text(),
  };
}

testAvecBase("le journal d’un agent le nomme, lui et ceux sur qui il a agi", async ({ deps }) => {
  const admin = await entrer(deps, "administrateur", "ada.essai");
  const page = await admin.lire(`/agents/${admin.id}/journal`);
  expect(page).toContain("Journal de Ève Essai");
  expect(page).not.toContain("Agent n°");
});

testAvecBase(
  "l’accueil et la liste d’une référente sans personne disent quoi faire, sans zéro sur zéro",
  async ({ deps }) => {
    const referente = await entrer(deps, "referent", "rose.essai");
    const accueil = await referente.lire("");
    expect(accueil).toContain("Personne dans votre périmètre");
    expect(accueil).not.toContain("sur 0");
    const liste = await referente.lire("/personnes");
    expect(liste).toContain("Aucune personne dans votre périmètre");
    expect(liste).toContain("quand elles vous sont confiées");
  },
);
