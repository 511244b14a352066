import { expect, vi } from "vitest";
import { countList } from "#platform/db/list/fetch.ts";
import { loadOptions } from "#platform/db/list/options.ts";
import { countQuery, planOf } from "#platform/db/list/query.ts";
import { render } from "#platform/db/list/sql.ts";
import { parseListState } from "#platform/db/list/state.ts";
import type { Tx } from "#platform/db/tx.ts";
import { testAvecBase } from "#platform/testing/base.ts";
import { porteeTotale } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";
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

/** One question for each filter. */
const adresses: Readonly<Record<string, string>> = {
  beneficiaire: "oui",
  etat: "2",
  depuis: "2026-01-01..2026-12-31",
  motif: "V:06",
  soumis: "oui",
  sexe: "2",
  role: "DEM",
  famille: "CEL",
  incomplet: "oui",
  manque: "nir",
  telephone: "non",
  present: "oui",
  nouveau: "oui",
  entree: "2026-01-01..2026-12-31",
  mouvement: "entree",
  "mouvement-le": "2026-01-01..2026-12-31",
  declaree: "2026-01-01..2026-12-31",
  q: "martin",
  commune: "amiens",
  age: "18..25",
};

async function estGarde(tx: Tx, filtre: string): Promise<boolean> {
  const compter = vi.fn(() => Promise.resolve(1));
  const demande = { tx, portee: porteeTotale, filters: [filtre], text: filtre, values: [] };
  for (const _ of [1, 2]) await definitionPersonnes.keepCount(demande, compter);
  return compter.mock.calls.length === 1;
}

testAvecBase(
  "un total n’est gardé que si rien d’autre que les personnes et leurs mouvements ne le change",
  async ({ base }) => {
    await base.transaction(async (tx) => {
      const gardes: string[] = [];
      for (const [filtre, valeur] of Object.entries(adresses)) {
        if (!(await estGarde(tx, filtre))) continue;
        gardes.push(filtre);
        const state = await etatDe(tx, `${filtre}=${valeur}`);
        expect(Object.keys(state.filters), filtre).toContain(filtre);
        const plan = await planOf(tx, definitionPersonnes, state, porteeTotale);
        const { text } = render(countQuery(plan));
        expect(text, filtre).not.toMatch(/now\(|current_|join /);
        const tables = [...text.matchAll(/from (\w+)/g)].map(([, table]) => table);
        expect(["situation_personne", "mouvement"], filtre).toEqual(expect.arrayContaining(tables));
      }
      expect(gardes).toHaveLength(17);
      const bornee = { tx, filters: [], text: "bornée", values: [] };
      const compter = vi.fn(() => Promise.resolve(1));
      const portee = { territoires: [1], structures: [], referentId: null };
      for (const _ of [1, 2]) await definitionPersonnes.keepCount({ ...bornee, portee }, compter);
      expect(compter).toHaveBeenCalledTimes(2);
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
