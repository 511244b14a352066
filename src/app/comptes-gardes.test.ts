import { expect } from "vitest";
import type { ListDefinition, ListFilter } from "#platform/db/list/definition.ts";
import { loadOptions, type OptionsByFilter } from "#platform/db/list/options.ts";
import { countQuery, planOf } from "#platform/db/list/query.ts";
import { render } from "#platform/db/list/sql.ts";
import { parseListState } from "#platform/db/list/state.ts";
import type { Tx } from "#platform/db/tx.ts";
import { testAvecBase } from "#platform/testing/base.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";
import { listePropositions } from "../accompagnement/orientation/db/listes.ts";
import { listeReorientations, listeSuivi } from "../accompagnement/orientation/db/listes-suivi.ts";
import { listeEcheances } from "../commun/echeance/db/liste-echeances.ts";
import { definirPersonnes } from "../droits/dossier/db/definir-personnes.ts";
import { definitionPersonnes } from "../droits/dossier/db/liste-personnes.ts";

const listes: readonly ListDefinition[] = [
  definitionPersonnes,
  listePropositions,
  listeReorientations,
  listeSuivi,
  listeEcheances(definirPersonnes, []),
];

/** What an agent could ask of a filter. */
function saisie(filtre: ListFilter, options: OptionsByFilter): string {
  switch (filtre.kind) {
    case "choice":
    case "choices":
      return options.get(filtre.key)?.[0]?.value ?? "1";
    case "bool":
      return "oui";
    case "date-range":
      return "2026-01-01..2026-12-31";
    case "int-range":
      return "18..25";
    default:
      return "martin";
  }
}

const portee: Portee = { territoires: [1], structures: [2], referentId: 3 };

async function* questions(tx: Tx, liste: ListDefinition): AsyncGenerator<string> {
  const options = await loadOptions(tx, liste, portee);
  for (const filtre of liste.filters) {
    const adresse = new URLSearchParams({ [filtre.key]: saisie(filtre, options) });
    const { state } = parseListState(liste, adresse, {
      today: "2026-11-22",
      droits: everyRight,
      options,
    });
    yield render(countQuery(await planOf(tx, liste, state, portee))).text;
  }
}

/** The tables a question reads. */
const tablesDe = (question: string): readonly string[] =>
  [...question.matchAll(/\b(?:from|join) (?!lateral)([a-z_]+)/g)].map(([, table = ""]) => table);

testAvecBase(
  "un total gardé n’est tiré que de tables dont chaque écriture change la version des données",
  async ({ base }) => {
    await base.transaction(async (tx) => {
      const suivies = await tx.query<{ nom: string }>(
        `select c.relname as nom from pg_trigger t join pg_class c on c.oid = t.tgrelid
           join pg_proc f on f.oid = t.tgfoid
         where f.proname = 'changer_version' and c.relnamespace = current_schema()::regnamespace`,
      );
      // The official list of communes does not change while the product runs.
      const connues = ["jalon", ...suivies.map(({ nom }) => nom)];
      const lues = new Set<string>();
      for (const liste of listes) {
        expect(liste.keepCount, liste.name).toBeDefined();
        for await (const question of questions(tx, liste)) {
          const tables = tablesDe(question);
          expect(connues, question).toEqual(expect.arrayContaining([...tables]));
          for (const table of tables) lues.add(table);
        }
      }
      expect([...lues]).toEqual(expect.arrayContaining(["echeance", "mouvement", "referent"]));
    });
  },
);
