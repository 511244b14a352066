import { describe, expect, vi } from "vitest";
import { chargerCommunes } from "#droits/territoire";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { ecrireAnnuaire, lireAnnuaire } from "../domain/echange.ts";
import { chercherRessources, consulterRessource, exporterRessources } from "./lire-ressources.ts";
import { reprendreRessources } from "./reprendre-ressources.ts";
import {
  creerRessource,
  modifierRessource,
  retablirRessource,
  retirerRessource,
  verifierRessource,
} from "./tenir-ressources.ts";

vi.setConfig({ testTimeout: 60_000 });

const agent = unAgent({ nom: "Ève Essai" });
const lieu = { nom: "Garage solidaire", codePostal: "80000", commune: "amiens" };
const service = {
  nom: "Réparer sa voiture à prix réduit",
  description: "Des mécaniciens réparent les véhicules des personnes orientées par un référent.",
  type: "aide-materielle",
  besoins: ["mobilite--entretenir-reparer-son-vehicule"],
  publics: ["beneficiaires-des-minimas-sociaux"],
  modesMobilisation: ["telephoner"],
  horaires: "Mo-Fr 09:00-12:00; PH off",
};

const avecCommunes = (deps: Deps) => deps.base.transaction((tx) => chargerCommunes(tx));
const chercher = (deps: Deps, criteres: Parameters<typeof chercherRessources.execute>[2]) =>
  chercherRessources
    .execute(deps, agent, criteres)
    .then(({ ressources }) => ressources.map(({ nom }) => nom));

describe("tenir l’annuaire", () => {
  testAvecBase(
    "ce qui est créé se trouve par besoin, par frein, par commune, sans accents",
    async ({ deps }) => {
      await avecCommunes(deps);
      await creerRessource.execute(deps, agent, { lieu, service });
      const trouvee = [service.nom];
      expect(await chercher(deps, { theme: "mobilite" })).toEqual(trouvee);
      expect(await chercher(deps, { theme: "logement" })).toEqual([]);
      expect(await chercher(deps, { q: "MECANICIENS reparer" })).toEqual(trouvee);
      expect(await chercher(deps, { commune: "Amiens" })).toEqual(trouvee);
      expect(await chercher(deps, { commune: "Abbeville" })).toEqual(trouvee);
      expect(await chercher(deps, { commune: "Strasbourg" })).toEqual([]);
      expect(await chercher(deps, { public: "jeunes" })).toEqual([]);
      expect(await chercher(deps, { public: "beneficiaires-des-minimas-sociaux" })).toEqual(
        trouvee,
      );
    },
  );

  testAvecBase("ouverte ce jour-là, et valable ce jour-là", async ({ deps }) => {
    await avecCommunes(deps);
    await creerRessource.execute(deps, agent, { lieu, service: { ...service, au: "2026-12-31" } });
    expect(await chercher(deps, { jour: "2026-11-23" })).toHaveLength(1);
    expect(await chercher(deps, { jour: "2026-11-22" })).toEqual([]);
    expect(await chercher(deps, { jour: "2026-12-25" })).toEqual([]);
    expect(await chercher(deps, { jour: "2027-01-04" })).toEqual([]);
  });

  testAvecBase(
    "une modification garde ce qui était dit, et le second qui modifie est prévenu",
    async ({ deps }) => {
      await avecCommunes(deps);
      const ressourceId = await creerRessource.execute(deps, agent, { lieu, service });
      const demande = { ressourceId, version: 1, lieu, service: { ...service, frais: "gratuit" } };
      await modifierRessource.execute(deps, agent, demande);
      await expect(modifierRessource.execute(deps, agent, demande)).rejects.toMatchObject({
        code: "ressource.conflit",
      });
      const { faits } = await consulterRessource.execute(deps, agent, { ressourceId });
      expect(faits.map(({ nature }) => nature)).toEqual(["modification", "creation"]);
      expect(faits[0]?.avant).toEqual({ Frais: "" });
      await expect(lignes(deps, "delete from fait_ressource")).rejects.toThrow(/ne change pas/u);
    },
  );

  testAvecBase(
    "retirée, elle ne se trouve plus ; rétablie, elle revient vérifiée",
    async ({ deps }) => {
      await avecCommunes(deps);
      const ressourceId = await creerRessource.execute(deps, agent, { lieu, service });
      await retirerRessource.execute(deps, agent, { ressourceId, version: 1, motif: "Fermée" });
      expect(await chercher(deps, {})).toEqual([]);
      await expect(
        retirerRessource.execute(deps, agent, { ressourceId, version: 2, motif: "Encore" }),
      ).rejects.toMatchObject({ code: "ressource.retiree" });
      const plusTard = { ...deps, now: () => new Date("2027-01-05T09:00:00Z") };
      await retablirRessource.execute(plusTard, agent, { ressourceId });
      await verifierRessource.execute(plusTard, agent, { ressourceId });
      const { ressource } = await consulterRessource.execute(deps, agent, { ressourceId });
      expect(ressource).toMatchObject({ verifieeLe: "2027-01-05", verifieePar: "Ève Essai" });
    },
  );

  testAvecBase(
    "des horaires illisibles, une commune inconnue, un besoin inventé sont refusés",
    async ({ deps }) => {
      await avecCommunes(deps);
      const refus = (demande: Parameters<typeof creerRessource.execute>[2]) =>
        expect(creerRessource.execute(deps, agent, demande)).rejects.toMatchObject({
          code: "saisie.invalide",
        });
      await refus({ lieu, service: { ...service, horaires: "le matin" } });
      await refus({ lieu: { ...lieu, commune: "zzzzqq" }, service });
      await refus({ lieu, service: { ...service, besoins: ["mobilite--voler"] } });
    },
  );

  testAvecBase("deux services d’un même lieu n’en font qu’un", async ({ deps }) => {
    await avecCommunes(deps);
    await creerRessource.execute(deps, agent, { lieu, service });
    await creerRessource.execute(deps, agent, {
      lieu: { ...lieu, nom: "GARAGE SOLIDAIRE" },
      service: { ...service, nom: "Louer une voiture" },
    });
    expect(await lignes(deps, "select id from lieu_ressource")).toHaveLength(1);
  });
});

describe("reprendre un annuaire", () => {
  const fichier = {
    source: "essai",
    lieux: [{ cle: "essai--1", nom: "Épicerie", commune: "Amiens", codeCommune: "80021" }],
    services: [
      {
        cle: "essai--s1",
        lieuCle: "essai--1",
        nom: "Colis alimentaire",
        description: "Un colis chaque semaine.",
        besoins: ["equipement-et-alimentation--alimentation"],
        zone: ["80021"],
      },
      {
        cle: "essai--s2",
        lieuCle: "essai--9",
        nom: "Perdu",
        description: "Sans lieu.",
        besoins: ["sante--addictions"],
      },
      {
        cle: "essai--s3",
        lieuCle: "essai--1",
        nom: "",
        description: "Sans nom.",
        besoins: ["sante--addictions"],
      },
      {
        cle: "essai--s4",
        lieuCle: "essai--1",
        nom: "Inventé",
        description: "Besoin inconnu.",
        besoins: ["inconnu"],
      },
    ],
  };

  testAvecBase(
    "chaque ligne est prise, ou refusée avec sa raison ; deux fois n’écrit qu’une fois",
    async ({ deps }) => {
      const premiere = await reprendreRessources.execute(deps, agent, fichier);
      expect(premiere).toMatchObject({ lues: 5, creees: 1, modifiees: 0, inchangees: 0 });
      expect(premiere.refusees.map(({ cle }) => cle).toSorted()).toEqual([
        "essai--s2",
        "essai--s3",
        "essai--s4",
      ]);
      expect(premiere.refusees.find(({ cle }) => cle === "essai--s2")?.message).toContain(
        "essai--9",
      );
      const avant = await lignes(deps, "select * from ressource_sociale");
      const seconde = await reprendreRessources.execute(deps, agent, fichier);
      expect(seconde).toMatchObject({ creees: 0, modifiees: 0, inchangees: 1 });
      expect(await lignes(deps, "select * from ressource_sociale")).toEqual(avant);
    },
  );

  testAvecBase("ce qui a changé à la source se voit dans l’historique", async ({ deps }) => {
    await reprendreRessources.execute(deps, agent, fichier);
    const [premier] = fichier.services;
    const change = { ...fichier, services: [{ ...premier, frais: "payant" }] };
    expect(await reprendreRessources.execute(deps, agent, change)).toMatchObject({ modifiees: 1 });
    const [exportee] = await exporterRessources.execute(deps, agent, {});
    const { faits } = await consulterRessource.execute(deps, agent, {
      ressourceId: exportee?.id ?? 0,
    });
    expect(faits[0]).toMatchObject({ nature: "import", avant: { Frais: "" } });
  });
});

describe("échanger l’annuaire", () => {
  testAvecBase("exporté puis repris, rien ne change", async ({ deps }) => {
    await avecCommunes(deps);
    await creerRessource.execute(deps, agent, {
      lieu: { ...lieu, horaires: "Mo-Fr 09:00-17:00" },
      service: { ...service, au: "2026-12-31", zone: ["80021"], heuresSemaine: 2.5 },
    });
    const fichier = JSON.stringify(
      ecrireAnnuaire(await exporterRessources.execute(deps, agent, {})),
    );
    expect(fichier).toContain('"thematiques":["mobilite--entretenir-reparer-son-vehicule"]');
    const lu = lireAnnuaire(fichier);
    const avant = await lignes(deps, "select * from ressource_sociale");
    const reprise = await reprendreRessources.execute(deps, agent, {
      source: "essai",
      lieux: [...(lu?.lieux ?? [])],
      services: [...(lu?.services ?? [])],
    });
    expect(reprise).toMatchObject({
      lues: 2,
      creees: 0,
      modifiees: 0,
      inchangees: 1,
      refusees: [],
    });
    expect(await lignes(deps, "select * from ressource_sociale")).toEqual(avant);
  });
});
