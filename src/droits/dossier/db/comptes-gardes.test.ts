import { expect } from "vitest";
import { countList } from "#platform/db/list/fetch.ts";
import { loadOptions } from "#platform/db/list/options.ts";
import { parseListState } from "#platform/db/list/state.ts";
import type { Tx } from "#platform/db/tx.ts";
import { testAvecBase } from "#platform/testing/base.ts";
import { porteeTotale } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";
import { tablesComptees } from "../../../app/testing/comptes-gardes.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { definitionPersonnes } from "./liste-personnes.ts";

async function etatDe(tx: Tx, adresse: string) {
  const options = await loadOptions(tx, definitionPersonnes, porteeTotale);
  return parseListState(definitionPersonnes, new URLSearchParams(adresse), {
    today: "2026-11-22",
    droits: everyRight,
    options,
  }).state;
}

testAvecBase(
  "un total gardé de la liste des personnes ne survit à aucune écriture de ce qu’il compte",
  async ({ base }) => {
    await base.transaction(async (tx) => {
      const { lues, sansVersion } = await tablesComptees(tx, definitionPersonnes);
      expect(lues).toEqual(expect.arrayContaining(["situation_personne", "mouvement"]));
      expect(sansVersion).toEqual([]);
    });
  },
);

testAvecBase("le total d’une liste suit chaque écriture", async ({ base, deps }) => {
  const total = (adresse: string) =>
    base.transaction(async (tx) =>
      countList(tx, definitionPersonnes, await etatDe(tx, adresse), porteeTotale),
    );
  const totaux = async () => [await total(""), await total("etat=2"), await total("nouveau=oui")];
  expect(await totaux()).toEqual([0, 0, 0]);
  await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
  expect(await totaux()).toEqual([1, 1, 1]);
  const bea = { prenom: "BEA", nir: null, dateNaissance: "1999-05-05" };
  await declarer(deps, "2026-10-31", [
    unFoyerDeclare({ numeroDemande: "80000000002", personnes: [unePersonneDeclaree(bea)] }),
  ]);
  expect(await totaux()).toEqual([2, 2, 1]);
  await lignes(
    deps,
    "update situation_personne set etat = '4' where numero_demande = '80000000002'",
  );
  expect(await totaux()).toEqual([2, 1, 1]);
});
