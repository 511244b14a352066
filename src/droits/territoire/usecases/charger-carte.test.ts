import { expect } from "vitest";
import { chargerReferentiel } from "#commun/referentiel";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lireContours } from "../db/contours.ts";
import { territoireDesCommunes } from "../db/territoires.ts";
import { chargerCarte } from "./charger-carte.ts";
import { chargerCommunes } from "./charger-communes.ts";
import { consulterCarte } from "./consulter-carte.ts";
import { installerTerritoires } from "./installer-territoires.ts";

const agent = unAgent();

/** One square of a tenth of a degree, its south-west corner given. */
function carre(code: string, longitude: number, latitude: number) {
  const [est, nord] = [longitude + 0.1, latitude + 0.1];
  const anneau = [
    [longitude, latitude],
    [est, latitude],
    [est, nord],
    [longitude, nord],
    [longitude, latitude],
  ];
  return {
    type: "Feature",
    properties: { code },
    geometry: { type: "Polygon", coordinates: [anneau] },
  };
}

function geojson(...features: readonly unknown[]): string {
  return JSON.stringify({ type: "FeatureCollection", features });
}

async function installer({ base }: Pick<Deps, "base">): Promise<ReadonlyMap<string, number>> {
  return base.transaction(async (tx) => {
    await chargerCommunes(tx);
    await installerTerritoires(tx, chargerReferentiel("somme-2025"));
    return territoireDesCommunes(tx);
  });
}

testAvecBase(
  "la carte chargée dessine chaque territoire d’un trait, en réunissant ses communes",
  async ({ deps }) => {
    const territoires = await installer(deps);
    const amiens = territoires.get("80021");
    const voisine = [...territoires].find(([code, id]) => id === amiens && code !== "80021")?.[0];
    const carte = geojson(
      carre("80021", 2.2, 49.9),
      carre(voisine ?? "", 2.3, 49.9),
      carre("80001", 1.8, 50.1),
      carre("75056", 2.3, 48.8),
    );
    const bilan = await chargerCarte.execute(deps, agent, { texte: carte });
    expect(bilan.dessinees).toBe(3);
    expect(bilan.manquantes).toHaveLength(768);
    const contours = await deps.base.transaction((tx) => lireContours(tx, "2026-11-22"));
    expect(contours.map(({ territoireId, anneaux }) => [territoireId, anneaux.length])).toEqual(
      expect.arrayContaining([
        [amiens, 1],
        [territoires.get("80001"), 1],
      ]),
    );
    expect(contours.find(({ territoireId }) => territoireId === amiens)?.anneaux[0]).toHaveLength(
      6,
    );
  },
);

testAvecBase("une nouvelle carte remplace l’ancienne", async ({ deps }) => {
  await installer(deps);
  const charger = (texte: string) => chargerCarte.execute(deps, agent, { texte });
  await charger(geojson(carre("80021", 2.2, 49.9), carre("80001", 1.8, 50.1)));
  await charger(geojson(carre("80021", 2.2, 49.9)));
  expect(await consulterCarte.execute(deps, agent, {})).toEqual({ communes: 1 });
});

testAvecBase(
  "un fichier qui n’est pas une carte des communes est refusé en entier, et dit pourquoi",
  async ({ deps }) => {
    await installer(deps);
    const refusees: readonly (readonly [string, string])[] = [
      ["<svg/>", "FeatureCollection"],
      [JSON.stringify({ type: "Feature" }), "FeatureCollection"],
      [geojson(carre("75056", 2.3, 48.8)), "Aucune commune du département"],
      [geojson({ ...carre("80021", 0, 0), geometry: { type: "Point" } }), "n’est pas un polygone"],
      [geojson(carre("80021", 650_000, 6_900_000)), "WGS 84"],
    ];
    for (const [texte, raison] of refusees) {
      await expect(chargerCarte.execute(deps, agent, { texte })).rejects.toMatchObject({
        code: "carte.illisible",
        message: expect.stringContaining(raison),
      });
    }
    expect(await consulterCarte.execute(deps, agent, {})).toEqual({ communes: 0 });
  },
);
