import { expect, vi } from "vitest";
import { creerAgent } from "#commun/agent";
import { chargerReferentiel } from "#commun/referentiel";
import { accueillirReferent, creerStructure, typesDecidables } from "#commun/structure";
import { chargerCommunes, installerTerritoires, listerTerritoires } from "#droits/territoire";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "./testing/agent-entre.ts";

vi.setConfig({ testTimeout: 120_000 });

const MOT_DE_PASSE = "velours brique tempête";
const installateur = unAgent();

async function preparer(deps: Deps) {
  await deps.base.transaction(async (tx) => {
    await chargerCommunes(tx);
    await installerTerritoires(tx, chargerReferentiel("somme-2025"));
  });
  const { territoires } = await listerTerritoires.execute(deps, installateur, {});
  const [amiens, ailleurs] = territoires;
  const type = typesDecidables(deps.base.departement.referentiel, "2026-11-22")[0];
  const classe = type?.classes[0];
  if (!amiens || !ailleurs || !type || !classe) throw new Error("Référentiel d’essai incomplet");
  const ouvrir = (nom: string, territoireId: number) =>
    creerStructure.execute(deps, installateur, {
      nom,
      classe,
      du: "2026-01-01",
      secteurs: [{ type: type.code, territoireId }],
    });
  const ici = await ouvrir("Maison des Tanneurs", amiens.id);
  const loin = await ouvrir("Relais du Vimeu", ailleurs.id);
  const rose = await accueillirReferent.execute(deps, installateur, {
    structureId: ici.id,
    qualite: "Mme",
    nom: "Parcours",
    prenom: "Rose",
    fonction: "référente",
    etp: 0.8,
    places: 40,
    du: "2026-01-01",
  });
  return { amiens, type, ici, loin, rose };
}

testAvecBase(
  "un responsable lit et tient les structures de son territoire, et ne voit pas les autres",
  async ({ deps }) => {
    const { amiens, ici, loin } = await preparer(deps);
    const site = await entrer(deps, "responsable", { territoires: [amiens.id] });
    const liste = await site.lire("/structures");
    expect(liste).toContain("Maison des Tanneurs");
    expect(liste).not.toContain("Relais du Vimeu");
    expect(await site.statut(`/structures/${loin.id}`)).toBe(404);
    const page = await site.lire(`/structures/${ici.id}`);
    expect(page).toContain("Mme Rose Parcours");
    expect(page).toContain("Accueillir un référent");
    expect(await site.lire("/orientation/capacite")).toContain("Maison des Tanneurs");
  },
);

testAvecBase(
  "qui ne fait que lire ne trouve aucun bouton qui lui serait refusé",
  async ({ deps }) => {
    const { ici, rose } = await preparer(deps);
    const site = await entrer(deps, "pilotage");
    for (const chemin of ["/structures", `/structures/${ici.id}`, `/referents/${rose.id}`]) {
      const html = await site.lire(chemin);
      expect(html).not.toMatch(/Créer une structure|Accueillir|Déclarer une absence|Modifier</u);
    }
    expect(await site.statut(`/structures/${ici.id}/places`)).toBe(403);
  },
);

testAvecBase(
  "changer les places se voit sur la page, et une saisie refusée garde ce qui est écrit",
  async ({ deps }) => {
    const { ici, type } = await preparer(deps);
    const site = await entrer(deps, "administrateur");
    const refus = await site.envoyer(`/structures/${ici.id}/places`, {
      type: type.code,
      places: "douze",
      du: "01/02/2026",
      au: "",
    });
    expect(refus.status).toBe(422);
    const html = await refus.text();
    expect(html).toContain('value="douze"');
    expect(html).toContain('value="01/02/2026"');
    const pris = await site.envoyer(`/structures/${ici.id}/places`, {
      type: type.code,
      places: "12",
      du: "01/02/2026",
      au: "",
    });
    expect(pris.status).toBe(303);
    expect(await site.lire(`/structures/${ici.id}`)).toContain("12 places libres");
  },
);

testAvecBase(
  "déclarer une absence la montre sur la fiche et dans ce qui change ensuite",
  async ({ deps }) => {
    const { ici, rose } = await preparer(deps);
    const site = await entrer(deps, "administrateur");
    const envoi = await site.envoyer(`/referents/${rose.id}/absences`, {
      du: "01/12/2026",
      au: "11/12/2026",
      motif: "formation",
      remplaceParId: "",
    });
    expect(envoi.status).toBe(303);
    expect(await site.lire(`/referents/${rose.id}`)).toContain("à venir");
    const page = await site.lire(`/structures/${ici.id}`);
    expect(page).toContain("dans 9 jours");
    expect(page).toContain("Retour de Mme Rose Parcours");
  },
);

testAvecBase(
  "le départ d’un référent dit s’il a quelqu’un à transmettre, puis s’enregistre",
  async ({ deps }) => {
    const { ici, rose } = await preparer(deps);
    const site = await entrer(deps, "administrateur");
    expect(await site.lire(`/referents/${rose.id}/depart`)).toContain("portefeuille est vide");
    const refus = await site.envoyer(`/referents/${rose.id}/depart`, { dernierJour: "bientôt" });
    expect(refus.status).toBe(422);
    const depart = await site.envoyer(`/referents/${rose.id}/depart`, {
      dernierJour: "20/11/2026",
    });
    expect(depart.status).toBe(303);
    expect(await site.lire(`/structures/${ici.id}`)).toContain("1 référent parti");
  },
);

testAvecBase(
  "les structures réelles s’offrent à qui donne un droit borné à une structure",
  async ({ deps }) => {
    await preparer(deps);
    const { id } = await creerAgent.execute(deps, installateur, {
      identifiant: "accueil.essai",
      nom: "Accueil",
      prenom: "Léo",
      motDePasse: MOT_DE_PASSE,
    });
    const site = await entrer(deps, "administrateur");
    const page = await site.lire(`/agents/${id}/droits/nouveau`);
    expect(page).toContain("Maison des Tanneurs");
    expect(page).toContain("Relais du Vimeu");
  },
);
