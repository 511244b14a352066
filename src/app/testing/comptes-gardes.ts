import type { ListDefinition, ListFilter } from "#platform/db/list/definition.ts";
import { loadOptions, type OptionsByFilter } from "#platform/db/list/options.ts";
import { countQuery, planOf } from "#platform/db/list/query.ts";
import { render } from "#platform/db/list/sql.ts";
import { parseListState } from "#platform/db/list/state.ts";
import type { Base, Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";

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

/** The official list of communes does not change while the product runs. */
const IMMUABLES = ["jalon"];

async function tablesSuivies(tx: Tx): Promise<ReadonlySet<string>> {
  const suivies = await tx.query<{ nom: string }>(
    `select c.relname as nom from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
     where f.proname = 'changer_version' and c.relnamespace = current_schema()::regnamespace`,
  );
  return new Set([...IMMUABLES, ...suivies.map(({ nom }) => nom)]);
}

interface Tables {
  readonly lues: readonly string[];
  /** Those whose writes do not change the version of the data: a count kept would go on being shown. */
  readonly sansVersion: readonly string[];
}

/** The tables a list counts from, each filter in turn. */
export async function tablesComptees(tx: Tx, liste: ListDefinition): Promise<Tables> {
  const connues = await tablesSuivies(tx);
  const lues = new Set<string>();
  for await (const question of questions(tx, liste))
    for (const table of tablesDe(question)) lues.add(table);
  return { lues: [...lues], sansVersion: [...lues].filter((table) => !connues.has(table)) };
}

/** The tables an act reads when nothing is kept yet. */
export async function tablesLues(
  base: Base,
  agir: (base: Base) => Promise<unknown>,
): Promise<Tables> {
  const textes: string[] = [];
  await agir({
    ...base,
    transaction: (run) =>
      base.transaction((tx) =>
        run({
          kysely: () => tx.kysely(),
          copyRows: (table, columns, rows) => tx.copyRows(table, columns, rows),
          stream: (text, values, batch) => tx.stream(text, values, batch),
          query(text, values) {
            textes.push(text);
            return tx.query(text, values);
          },
        }),
      ),
  });
  return base.transaction(async (tx) => {
    const connues = await tablesSuivies(tx);
    const reelles = await tx.query<{ nom: string }>(
      "select relname as nom from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'",
    );
    const nommees = new Set(textes.flatMap(tablesDe));
    nommees.delete("version_donnees");
    const lues = reelles.map(({ nom }) => nom).filter((nom) => nommees.has(nom));
    return { lues, sansVersion: lues.filter((table) => !connues.has(table)) };
  });
}
