import { expect, test } from "vitest";
import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { lireOffre, typesDecidables } from "#commun/structure";
import { chargerCommunes, installerTerritoires } from "#droits/territoire";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { planifierReseau } from "./plan-reseau.ts";
import { reseaux } from "./reseaux.ts";
import { installerStructures } from "./structures.ts";

const LE = "2026-11-22";
const departements = {
  nord: "nord-2019",
  "bas-rhin": "bas-rhin-2015",
  somme: "somme-2025",
  "seine-saint-denis": "seine-saint-denis-2018",
} as const;

function planDe(slug: keyof typeof departements) {
  const referentiel = chargerReferentiel(departements[slug]);
  const territoires = valeurAu(referentiel.territoires, LE).map(({ nom }, rang) => ({
    id: rang + 1,
    nom,
    population: 1000 * (rang + 1),
  }));
  const types = typesDecidables(departements[slug], LE);
  const modele = reseaux[slug];
  if (!modele) throw new Error(`Sans réseau : ${slug}`);
  return { modele, territoires, types, plan: planifierReseau(modele, types, territoires, 700) };
}

test.for(Object.keys(departements) as (keyof typeof departements)[])(
  "%s : chaque type est reçu sur chaque territoire, sauf un trou voulu",
  (slug) => {
    const { modele, territoires, types, plan } = planDe(slug);
    const manquants = types.flatMap((type) =>
      territoires
        .filter(
          ({ id }) =>
            !plan.some(({ services }) =>
              services.some((un) => un.type === type.code && un.territoireId === id),
            ),
        )
        .map(({ nom }) => ({ dominante: type.dominante, territoire: nom })),
    );
    expect(manquants).toEqual([modele.trou]);
    const noms = new Set(territoires.map(({ nom }) => nom));
    for (const { territoires: lieux } of modele.structures) {
      if (lieux !== "tous") for (const lieu of lieux) expect(noms.has(lieu), lieu).toBe(true);
    }
  },
);

test.for(Object.keys(departements) as (keyof typeof departements)[])(
  "%s : une structure ne reçoit que ce que sa classe permet",
  (slug) => {
    const { types, plan } = planDe(slug);
    for (const { modele, services } of plan) {
      for (const { type } of services) {
        expect(types.find(({ code }) => code === type)?.classes).toContain(modele.classe);
      }
    }
  },
);

testAvecBase(
  "le réseau de la Somme s’installe par les actes, et la référente qui se connecte y travaille",
  async ({ base, deps }) => {
    const departement = { ...base.departement, slug: "somme", referentiel: "somme-2025" };
    const ici = { ...deps, base: { ...base, departement } };
    await base.transaction(async (tx) => {
      await chargerCommunes(tx);
      await installerTerritoires(tx, chargerReferentiel("somme-2025"), "80");
    });
    const bilan = await installerStructures(ici, unAgent(), {
      dossiers: 700,
      agentReferent: { id: 3, nom: "Parcours", prenom: "Rose" },
    });
    expect(bilan.structures).toBeGreaterThanOrEqual(14);
    const offre = await base.transaction((tx) => lireOffre(tx, LE));
    expect(new Set(offre.map(({ structureId }) => structureId)).size).toBe(bilan.structures);
    const referents = new Map(
      offre.flatMap((ligne) => ligne.referents.map((un) => [un.id, un] as const)),
    );
    expect(referents.size).toBe(bilan.referents);
    expect([...referents.values()].map(({ nom }) => nom)).toContain("Rose Parcours");
    expect([...referents.values()].filter(({ absent }) => absent).length).toBeGreaterThan(0);
    for (const { places, referents: equipe } of offre) {
      expect(places).toBeGreaterThan(0);
      expect(equipe.length).toBeGreaterThan(0);
    }
  },
);
