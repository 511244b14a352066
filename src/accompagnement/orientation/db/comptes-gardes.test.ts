import { expect } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import { tablesComptees } from "../../../app/testing/comptes-gardes.ts";
import { listePropositions } from "./listes.ts";
import { listeReorientations, listeSuivi } from "./listes-suivi.ts";

testAvecBase(
  "un total gardé des listes d’orientation ne survit à aucune écriture de ce qu’il compte",
  async ({ base }) => {
    await base.transaction(async (tx) => {
      for (const liste of [listePropositions, listeReorientations, listeSuivi]) {
        expect(liste.keepCount, liste.name).toBeDefined();
        const { lues, sansVersion } = await tablesComptees(tx, liste);
        expect(lues, liste.name).toEqual(
          expect.arrayContaining(["situation_personne", "referent"]),
        );
        expect(sansVersion, liste.name).toEqual([]);
      }
    });
  },
);
