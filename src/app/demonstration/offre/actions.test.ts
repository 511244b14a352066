import { expect } from "vitest";
import { lireOrganismes } from "#commun/structure";
import { lireActions, lirePlaces } from "#offre/catalogue";
import { createSecrets } from "#platform/auth/secrets.ts";
import type { PoolInstance } from "#platform/db/instance.ts";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { creerDepartement } from "../../creer-departement.ts";
import { createDeps } from "../../deps.ts";
import { ouvrirLOffre } from "./actions.ts";

const departements = [
  { slug: "nord", code: "59", referentiel: "nord-2019", territoires: 8, fiches: 11 },
  { slug: "bas-rhin", code: "67", referentiel: "bas-rhin-2015", territoires: 5, fiches: 3 },
  { slug: "somme", code: "80", referentiel: "somme-2025", territoires: 5, fiches: 4 },
  {
    slug: "seine-saint-denis",
    code: "93",
    referentiel: "seine-saint-denis-2018",
    territoires: 4,
    fiches: 4,
  },
] as const;

async function monter(instance: PoolInstance, un: (typeof departements)[number]) {
  const { slug, code, referentiel } = un;
  await creerDepartement(instance, { slug, code, nom: slug, referentiel });
  const deps = await createDeps(instance, slug, createSecrets(Buffer.alloc(32, 7)));
  await ouvrirLOffre(deps, unAgent(), { dossiers: slug === "nord" ? 900 : 600 });
  return deps.base.transaction(async (tx) => {
    const actions = await lireActions(tx);
    const ids = actions.map(({ id }) => id);
    return {
      actions,
      places: await lirePlaces(tx, ids),
      organismes: await lireOrganismes(tx, "tous"),
    };
  });
}

for (const un of departements) {
  testAvecInstance(
    `l’offre de démonstration de ${un.referentiel} couvre chaque fiche sur chaque territoire`,
    async ({ instance }) => {
      const { actions, places, organismes } = await monter(instance, un);
      const parTerritoire = new Map<string, Set<string>>();
      for (const { territoire, fiche } of actions) {
        parTerritoire.set(territoire, (parTerritoire.get(territoire) ?? new Set()).add(fiche.code));
      }
      expect([...parTerritoire.values()].map((fiches) => fiches.size)).toEqual(
        Array.from({ length: un.territoires }, () => un.fiches),
      );
      expect(places.length).toBeGreaterThan(actions.length);
      expect(new Set(organismes.map(({ siret }) => siret)).size).toBe(organismes.length);
      if (un.slug === "nord") {
        expect(actions.length).toBe(304);
        const enCours = places.filter(({ au }) => au === null);
        const total = enCours.reduce((somme, une) => somme + une.places, 0);
        expect(total).toBeGreaterThan(1400);
        expect(total).toBeLessThan(1900);
      }
    },
  );
}
