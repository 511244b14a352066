import { expect } from "vitest";
import { creerStructure } from "#commun/structure";
import { affecterIntervenant } from "#offre/catalogue";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { avecTerritoires } from "../../../app/testing/foyers-inscrits.ts";
import { uneAction, unIntervenant, unOperateur } from "../../../app/testing/offre.ts";

const agent = unAgent();

testAvecBase(
  "un opérateur montre ses actions, ses places, et qui y dépasse un temps plein",
  async ({ deps }) => {
    const territoire = await avecTerritoires(deps);
    const structureId = await unOperateur(deps);
    const odile = await unIntervenant(deps, structureId);
    for (const nom of ["Chantier des marais", "Atelier du lin"]) {
      const actionId = await uneAction(deps, { nom, territoireId: territoire("Amiens") });
      await affecterIntervenant.execute(deps, agent, {
        actionId,
        referentId: odile,
        mission: "Encadrement",
        etp: 0.6,
        du: "2026-01-01",
      });
    }
    const { lire, statut } = await entrer(deps, "pilotage");
    const liste = await lire("/operateurs");
    expect(liste).toContain("1 opérateur");
    expect(liste).toContain("SIRET à compléter");
    expect(liste).toContain("Plus d’un temps plein");
    expect(await lire("/operateurs?texte=inconnu")).toContain("Aucun opérateur ne correspond");
    expect(await lire("/operateurs?categorie=ccas")).toContain("Aucun opérateur ne correspond");
    const page = await lire(`/operateurs/${structureId}`);
    for (const dit of ["Chantier des marais", "Atelier du lin", "Odile Projet", "1,20", "0 / 10"]) {
      expect(page).toContain(dit);
    }
    expect(await statut("/operateurs/999999")).toBe(404);
  },
);

testAvecBase("un contact se note avec de quoi le joindre, et se retire", async ({ deps, base }) => {
  const structureId = await unOperateur(deps);
  await uneAction(deps);
  const { envoyer, lire } = await entrer(deps, "pilotage");
  const ici = `/operateurs/${structureId}`;
  const contact = { role: "projet", nom: "Odile Chantier" };
  const refuse = await envoyer(`${ici}/contacts`, contact);
  expect(refuse.status).toBe(422);
  expect(await refuse.text()).toContain("Écrivez un courriel ou un téléphone.");
  await envoyer(`${ici}/contacts`, { ...contact, courriel: "odile@exemple.fr" });
  expect(await lire(ici)).toContain("odile@exemple.fr");
  const [note] = await base.transaction((tx) =>
    tx.query<{ id: number }>("select id from contact_operateur"),
  );
  expect((await envoyer(`${ici}/contacts/${note?.id}/retirer`)).status).toBe(303);
  expect(await lire(ici)).not.toContain("odile@exemple.fr");
  expect((await envoyer(`${ici}/contacts/${note?.id}/retirer`)).status).toBe(404);
});

testAvecBase("une structure dont la clé du SIRET est fausse n’est pas créée", async ({ deps }) => {
  const fiche = { nom: "Atelier du lin", classe: "association" as const, du: "2026-01-01" };
  await expect(
    creerStructure.execute(deps, agent, { ...fiche, siret: "73282932000075" }),
  ).rejects.toMatchObject({
    code: "saisie.invalide",
    details: { champs: { siret: expect.stringContaining("La clé de ce numéro SIRET est fausse") } },
  });
  expect(
    await creerStructure.execute(deps, agent, { ...fiche, siret: "73282932000074" }),
  ).toHaveProperty("id");
});
