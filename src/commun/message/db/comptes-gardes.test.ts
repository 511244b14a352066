import { expect } from "vitest";
import { definirPersonnes } from "#droits/dossier";
import { testAvecBase } from "#platform/testing/base.ts";
import { tablesComptees } from "../../../app/testing/comptes-gardes.ts";
import { listeMessages } from "./liste-messages.ts";

testAvecBase(
  "un total gardé de la liste des messages ne survit à aucune écriture de ce qu’il compte",
  async ({ base }) => {
    await base.transaction(async (tx) => {
      const liste = listeMessages(definirPersonnes);
      const { lues, sansVersion } = await tablesComptees(tx, liste);
      expect(lues).toEqual(
        expect.arrayContaining(["message", "boite_envoi", "situation_personne"]),
      );
      expect(sansVersion).toEqual([]);
    });
  },
);
