import { expect } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { unContratSigne, unePersonneOrientee } from "../../../app/testing/contrat.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";

/** A référent sees her caseload only: the person is entrusted to her. */
async function confier(deps: Parameters<typeof entrer>[0], agentId: number): Promise<void> {
  await lignes(deps, "update referent set agent_id = $1", [agentId]);
}

testAvecBase("un référent rédige, propose et signe un contrat par les pages", async ({ deps }) => {
  const personneId = await unePersonneOrientee(deps);
  const agent = await entrer(deps, "referent");
  await confier(deps, agent.id);
  const ici = `/personnes/${personneId}/contrat`;
  expect(await agent.lire(ici)).toContain("Aucun contrat n’engage cette personne");
  expect((await agent.envoyer(`${ici}/rediger`, { nature: "contrat-engagement" })).status).toBe(
    303,
  );
  const [contrat] = await lignes<{ id: number }>(deps, "select id from contrat");
  const un = `${ici}/${contrat?.id}`;
  const revision = async () =>
    String((await lignes<{ r: number }>(deps, "select revision as r from contrat_version"))[0]?.r);
  expect(await agent.lire(ici)).toContain("Plan d’action");
  const sections = {
    duree: { debut: "22/11/2026", mois: "6", bilanMois: "3", vulnerabilite: "" },
    objectifs: { objectifs: "Trouver un logement\nPasser le permis" },
    actions: {
      nombre: "2",
      "actions.0.libelle": "Code de la route",
      "actions.0.nature": "formation",
      "actions.0.heures": "7,5",
      "actions.0.jusqua": "31/01/2027",
      "actions.1.libelle": "",
    },
    engagements: { engagementsPersonne: "Venir", engagementsOrganisme: "Recevoir" },
  };
  for (const [section, champs] of Object.entries(sections)) {
    expect(await agent.lire(`${un}/rediger/${section}`)).toContain("Enregistrer");
    const envoye = await agent.envoyer(`${un}/rediger/${section}`, {
      ...champs,
      revision: await revision(),
    });
    expect(envoye.status, section).toBe(303);
  }
  const zero = await agent.envoyer(`${un}/rediger/heures`, {
    ...{ regime: "ordinaire", hebdomadaires: "0", motif: "", precision: "" },
    revision: await revision(),
  });
  expect(zero.status).toBe(422);
  expect(await zero.text()).toContain("jamais nulle");
  await agent.envoyer(`${un}/rediger/heures`, {
    ...{ regime: "reduite", hebdomadaires: "7,5", motif: "garde", precision: "" },
    revision: await revision(),
  });
  await agent.envoyer(`${un}/proposer`, { revision: await revision() });
  expect(await agent.lire(`${un}/signer/personne`)).toContain("Signer ici");
  expect(await agent.statut(`${un}/signer/departement`)).toBe(403);
  for (const qualite of ["personne", "referent"]) {
    const signe = await agent.envoyer(`${un}/signer/${qualite}`, {
      revision: await revision(),
      nom: "Alice Exemple",
      le: "22/11/2026",
      moyen: "tablette",
      trace: "[[[1,1],[30,20]]]",
    });
    expect(signe.status).toBe(303);
  }
  const page = await agent.lire(ici);
  expect(page).toContain("7,5 heures d’activité par semaine");
  expect(page).toContain("contrat à échéance le 21/05/2027");
  const pdf = await agent.demander(`${un}/versions/1.pdf`);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(
    (await agent.envoyer(`${un}/fin`, { le: "22/11/2026", motif: "", precision: "" })).status,
  ).toBe(422);
});

testAvecBase("qui n’accompagne pas la personne ne trouve pas ses contrats", async ({ deps }) => {
  const personneId = await unePersonneOrientee(deps);
  const contratId = await unContratSigne(deps, personneId);
  const agent = await entrer(deps, "referent");
  const ici = `/personnes/${personneId}/contrat`;
  for (const chemin of [ici, `${ici}/${contratId}/versions/1.pdf`]) {
    expect(await agent.statut(chemin)).toBe(404);
  }
});

testAvecBase(
  "deux référents corrigent le même brouillon : le second voit sa saisie contre l’enregistré",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const agent = await entrer(deps, "referent");
    await confier(deps, agent.id);
    const ici = `/personnes/${personneId}/contrat`;
    await agent.envoyer(`${ici}/rediger`, { nature: "contrat-engagement" });
    const [contrat] = await lignes<{ id: number }>(deps, "select id from contrat");
    const objectifs = (texte: string) =>
      agent.envoyer(`${ici}/${contrat?.id}/rediger/objectifs`, { revision: "1", objectifs: texte });
    expect((await objectifs("Trouver un logement")).status).toBe(303);
    const refus = await objectifs("Passer le permis");
    expect(refus.status).toBe(409);
    const page = await refus.text();
    const comparaison = /<table[^>]*diff[^>]*>.*?<\/table>/su.exec(page)?.[0] ?? "";
    expect(comparaison).toContain("Trouver un logement");
    expect(comparaison).toContain("Passer le permis");
    expect(comparaison).not.toContain("Durée");
    expect(page).toMatch(/name="revision" value="2"/u);
  },
);
