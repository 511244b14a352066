import { z } from "zod";
import type { ListColumn, ListDefinition } from "../../db/list/definition.ts";
import {
  countList,
  fetchListPage,
  type ListPage,
  listKeys,
  type RowKey,
} from "../../db/list/fetch.ts";
import { loadOptions, type OptionsByFilter } from "../../db/list/options.ts";
import { civilDay } from "../../db/list/periods.ts";
import { listSentence } from "../../db/list/sentence.ts";
import { type ListState, parseListState, visibleColumns } from "../../db/list/state.ts";
import { type Context, defineUseCase, type UseCase } from "../../usecase/define-use-case.ts";

const reading = z.object({
  /** The part of the address after the question mark. */
  query: z.string().max(20_000),
  kept: z.array(z.string()).nullable().default(null),
});

interface ReadList {
  readonly state: ListState;
  readonly warnings: readonly string[];
  readonly options: OptionsByFilter;
  readonly columns: readonly ListColumn[];
}

export interface ConsultedList extends ReadList {
  readonly page: ListPage;
  readonly sentence: string;
  /** Why there is no line at all: the filters, the reader's perimeter, or nothing to list yet. */
  readonly empty: "filters" | "perimeter" | "everything" | null;
}

export interface ExportedList extends ReadList {
  readonly count: number;
  readonly sentence: string;
}

const exporting = reading.extend({ format: z.enum(["csv", "xlsx"]) });
const selecting = z.object({
  query: z.string().max(20_000),
  /** Keys of the rows ticked, or the whole list. */
  keys: z.union([z.literal("all"), z.array(z.string()).max(100_000)]),
});

export interface ListActs {
  readonly consulter: UseCase<typeof reading, ConsultedList>;
  readonly exporter: UseCase<typeof exporting, ExportedList>;
}

export function listActs(definition: ListDefinition, droit: string, droitExport: string): ListActs {
  return {
    consulter: defineUseCase({
      name: `${definition.name}.lister`,
      input: reading,
      droit,
      nature: "lecture",
      trace: null,
      async run(context, input): Promise<ConsultedList> {
        const list = await readList(context, definition, input);
        const { tx, agent } = context;
        const page = await fetchListPage(tx, definition, list.state, agent.portee, list.columns);
        const empty = page.total > 0 ? null : await whyEmpty(context, definition, list);
        return { ...list, page, empty, sentence: sentenceOf(definition, list, page.total) };
      },
    }),
    exporter: defineUseCase({
      name: `${definition.name}.exporter`,
      input: exporting,
      droit: droitExport,
      nature: "lecture",
      trace: ({ format }, { sentence, count, columns }) => ({
        objet: "liste",
        objetId: definition.name,
        details: {
          format,
          phrase: sentence,
          nombre: count,
          colonnes: columns.map((column) => column.key),
        },
      }),
      async run(context, input): Promise<ExportedList> {
        const list = await readList(context, definition, input);
        const count = await countList(context.tx, definition, list.state, context.agent.portee);
        return {
          ...list,
          columns: list.columns.filter((column) => column.exportable !== false),
          count,
          sentence: sentenceOf(definition, list, count),
        };
      },
    }),
  };
}

/** The rows a batch act applies to, within the perimeter of the agent. */
export function selectionAct(
  definition: ListDefinition,
  key: string,
  droit: string,
): UseCase<typeof selecting, readonly RowKey[]> {
  return defineUseCase({
    name: `${definition.name}.choisir.${key}`,
    input: selecting,
    droit,
    nature: "lecture",
    trace: null,
    async run(context, { query, keys }) {
      const { state } = await readList(context, definition, { query, kept: null });
      return listKeys(context.tx, definition, state, context.agent.portee, keys);
    },
  });
}

async function readList(
  { tx, agent, now }: Context,
  definition: ListDefinition,
  { query, kept }: z.output<typeof reading>,
): Promise<ReadList> {
  const options = await loadOptions(tx, definition, agent.portee);
  const { state, warnings } = parseListState(definition, new URLSearchParams(query), {
    today: civilDay(now),
    droits: agent.droits,
    options,
  });
  const columns = visibleColumns(definition, state, agent.droits, kept);
  return { state, warnings, options, columns };
}

function sentenceOf(
  definition: ListDefinition,
  { state, options }: ReadList,
  count: number,
): string {
  return listSentence(definition, state, options, count);
}

async function whyEmpty(
  { tx, agent: { portee } }: Context,
  definition: ListDefinition,
  { state }: ReadList,
): Promise<ConsultedList["empty"]> {
  const filtered = Object.keys(state.filters).length > 0;
  const whole = { ...state, filters: {}, cursor: null };
  if (filtered && (await countList(tx, definition, whole, portee)) > 0) return "filters";
  return portee.territoires === "tous" ? "everything" : "perimeter";
}
