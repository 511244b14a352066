import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { uneEquipe } from "../../../app/testing/une-equipe.ts";
import { prendreRendezVous } from "../usecases/prendre-rendez-vous.ts";
import { deplacerVenues, rendreVenues } from "./fusions.ts";

testAvecBase(
  "deux fiches réunies : leurs rendez-vous se rejoignent, celui qui en rencontre un autre s’annule, et tout revient",
  async ({ deps }) => {
    const { structureId, referents, personnes } = await uneEquipe(deps);
    const [gardee, absorbee] = personnes;
    if (!gardee || !absorbee) throw new Error("two persons are needed");
    const prendre = (personneId: number, rang: number, heure: string) =>
      prendreRendezVous.execute(deps, unAgent(), {
        ...{ structureId, personnes: [personneId], referentId: referents[rang] ?? 0, heure },
        ...{ motif: "entretien-suivi", modalite: "individuel", jour: "2026-11-24" },
      });
    await prendre(gardee.id, 0, "09:00");
    await prendre(absorbee.id, 1, "09:15");
    await prendre(absorbee.id, 1, "11:00");
    const venues = () =>
      lignes<{ personne_id: number; statut: string }>(
        deps,
        "select personne_id, statut from rendez_vous_personne order by id",
      );
    const avant = await venues();
    const fusion = { fusionId: 1, gardeeId: gardee.id, absorbeeId: absorbee.id };
    await deps.base.transaction((tx) => deplacerVenues(tx, fusion, deps.now()));
    expect(await venues()).toEqual([
      { personne_id: gardee.id, statut: "prevu" },
      { personne_id: absorbee.id, statut: "annule" },
      { personne_id: gardee.id, statut: "prevu" },
    ]);
    await deps.base.transaction((tx) => rendreVenues(tx, fusion));
    expect(await venues()).toEqual(avant);
    expect(await lignes(deps, "select from rendez_vous where statut = 'prevu'")).toHaveLength(3);
  },
);
