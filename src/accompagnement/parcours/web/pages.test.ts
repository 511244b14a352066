import { describe, expect, vi } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le, orienter, ouvrir, unePopulation } from "../../../app/testing/orientation.ts";

vi.setConfig({ testTimeout: 120_000 });

async function desAccompagnees(deps: Deps) {
  const structure = await ouvrir(deps, {
    nom: "Maison de l’emploi",
    referents: [
      { nom: "Un", places: 60 },
      { nom: "Deux", places: 60 },
    ],
  });
  await unePopulation(deps, ["ALICE", "BRUNO", "CHLOÉ", "DENIS"]);
  await orienter(le(deps, "2026-09-01"));
  return structure;
}

/** Links the account to a référent and gives her everybody. */
async function confierA(deps: Deps, agentId: number, referentId: number) {
  await lignes(deps, "update referent set agent_id = $1 where id = $2", [agentId, referentId]);
  await lignes(deps, "update designation set referent_id = $1", [referentId]);
  await lignes(deps, "update accompagnement set referent_id = $1", [referentId]);
  await lignes(
    deps,
    "update situation_personne set referent_id = $1 where structure_id is not null",
    [referentId],
  );
}

describe("le portefeuille", () => {
  testAvecBase("un référent ouvre le sien, et chaque chiffre mène à sa liste", async ({ deps }) => {
    const { referents } = await desAccompagnees(deps);
    const site = await entrer(deps, "referent");
    await confierA(deps, site.id, referents[0] ?? 0);
    const page = await site.lire("/portefeuille");
    expect(page).toContain("Portefeuille de ");
    expect(page).toContain("Sans rendez-vous à venir");
    for (const [vue, nombre] of [
      ["sans-rendez-vous", 4],
      ["sans-contact", 4],
      ["fin-proche", 0],
    ] as const) {
      const [, chiffre] =
        new RegExp(`href="([^"]*vue=${vue}[^"]*)"[^>]*>.*?figure-value">(\\d+)<`, "u")
          .exec(page)
          ?.slice(1) ?? [];
      expect(Number(chiffre)).toBe(nombre);
      const liste = await site.lire(`/portefeuille?referent=${referents[0]}&vue=${vue}`);
      expect([...liste.matchAll(/<th scope="row"/gu)]).toHaveLength(nombre);
    }
  });

  testAvecBase(
    "le portefeuille d’un autre, ou un compte sans référent, est refusé",
    async ({ deps }) => {
      const { referents } = await desAccompagnees(deps);
      const site = await entrer(deps, "referent");
      expect(await site.lire("/portefeuille")).toContain("pas accès à ce portefeuille");
      await confierA(deps, site.id, referents[0] ?? 0);
      expect(await site.lire(`/portefeuille?referent=${referents[1]}`)).toContain(
        "pas accès à ce portefeuille",
      );
    },
  );

  testAvecBase("un responsable choisit, puis voit toute une structure", async ({ deps }) => {
    const { id } = await desAccompagnees(deps);
    const site = await entrer(deps, "gestionnaire");
    const choix = await site.lire("/portefeuille");
    expect(choix).toContain("2 référents");
    const page = await site.lire(`/portefeuille?structure=${id}&tri=terme`);
    expect(page).toContain("Référents de la structure");
    expect([
      ...page.matchAll(/personnes\/\d+\/parcours" data-href|data-href="[^"]*parcours"/gu),
    ]).toHaveLength(4);
  });
});

testAvecBase(
  "l’onglet Parcours tient chaque acte, refuse avec ses mots et garde la saisie",
  async ({ deps }) => {
    const { referents } = await desAccompagnees(deps);
    const personneId = await idDe(deps, "ALICE");
    const site = await entrer(deps, "referent");
    await confierA(deps, site.id, referents[0] ?? 0);
    const base = `/personnes/${personneId}/parcours`;
    const page = await site.lire(base);
    expect(page).toContain("Agir");
    const refuse = await site.envoyer(`${base}/signaler`, {
      engagement: "",
      survenuLe: "31/02/2026",
      faits: "Absence notée",
    });
    expect(refuse.status).toBe(422);
    const corrigee = await refuse.text();
    expect(corrigee).toContain("Écrivez une date existante");
    expect(corrigee).toContain("Absence notée");
    const fait = await site.envoyer(`${base}/signaler`, {
      engagement: "rendez-vous",
      survenuLe: "18/11/2026",
      faits: "Absence notée",
    });
    expect(fait.status).toBe(303);
    expect(
      (
        await site.envoyer(`${base}/soutien`, {
          nature: "transport",
          autour: "emploi",
          besoin: "Abonnement de car",
          du: "02/11/2026",
          mobilise: "Carte",
          financePar: "Région",
          cout: "45,50",
        })
      ).status,
    ).toBe(303);
    const apres = await site.lire(base);
    expect(apres).toContain("Signalé");
    expect(apres).toContain("45,50");
    expect(await site.statut(`/personnes/${personneId}`)).toBe(200);
  },
);
