import { expect } from "vitest";
import { definirPersonnes } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf } from "#platform/usecase/define-use-case.ts";
import { tablesComptees } from "../../../app/testing/comptes-gardes.ts";
import { demande } from "../testing/essai.ts";
import { emettreCourriers } from "../usecases/emettre-courriers.ts";
import { listeCourriers, listeEssais } from "./liste-courriers.ts";

testAvecBase(
  "un total gardé de la liste des courriers ne survit à aucune écriture de ce qu’il compte",
  async ({ base }) => {
    await base.transaction(async (tx) => {
      const liste = listeCourriers(definirPersonnes);
      expect(liste.keepCount).toBeDefined();
      const { lues, sansVersion } = await tablesComptees(tx, liste);
      expect(lues).toEqual(
        expect.arrayContaining(["courrier", "courrier_a_imprimer", "situation_personne"]),
      );
      expect(sansVersion).toEqual([]);
      expect((await tablesComptees(tx, listeEssais(definirPersonnes))).sansVersion).toEqual([]);
    });
  },
);

testAvecBase(
  "mille courriers émis ensemble changent la version une fois par table, pas une fois par courrier",
  async ({ base, deps }) => {
    await base.transaction(async (tx) => {
      const changements = async () => {
        const [compte] = await tx.query<{ fois: number }>(
          `select (n_tup_ins + n_tup_upd)::int as fois from pg_stat_xact_user_tables
           where relname = 'version_donnees' and schemaname = current_schema()`,
        );
        return compte?.fois ?? 0;
      };
      const avant = await changements();
      const { emis } = await emettreCourriers(
        contextOf(deps, tx, unAgent()),
        demande(Array.from({ length: 1000 }, (_, rang) => rang + 1)),
      );
      expect(emis).toHaveLength(1000);
      expect((await changements()) - avant).toBe(2);
    });
  },
);
