import { expect } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import { entrer } from "./testing/agent-entre.ts";

testAvecBase("le journal d’un agent le nomme, lui et ceux sur qui il a agi", async ({ deps }) => {
  const admin = await entrer(deps, "administrateur");
  const page = await admin.lire(`/agents/${admin.id}/journal`);
  expect(page).toContain("Journal de Ève Essai");
  expect(page).not.toContain("Agent n°");
});

testAvecBase(
  "l’accueil et la liste d’une référente sans personne disent quoi faire, sans zéro sur zéro",
  async ({ deps }) => {
    const referente = await entrer(deps, "referent");
    const accueil = await referente.lire("");
    expect(accueil).toContain("Aucune personne dans votre périmètre");
    expect(accueil).not.toContain("sur 0");
    const liste = await referente.lire("/personnes");
    expect(liste).toContain("Aucune personne dans votre périmètre");
    expect(liste).toContain("quand elles vous sont confiées");
  },
);
