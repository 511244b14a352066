import { z } from "zod";
import type { Tx } from "#platform/db/tx.ts";
import { type Agent, type Deps, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type Depose, lireDeposes, remettre } from "../db/allegement.ts";

const lister = defineUseCase({
  name: "dossier.lister-deposes",
  input: z.object({}),
  droit: "flux:importer",
  nature: "lecture",
  trace: null,
  run: ({ tx }) => lireDeposes(tx),
});

const retablirUn = defineUseCase({
  name: "dossier.retablir-un-depose",
  input: z.object({ id: z.number().int() }),
  droit: "flux:importer",
  nature: "ecriture",
  trace: null,
  run: ({ tx }, { id }) => remettre(tx, id),
});

/**
 * Puts back what `allegerTables` took off, each thing in a transaction of its own: killed in between,
 * the rest is still written down. Two at a time, as sorting takes a core: what tables with foreign keys have of
 * their own, one table after the other as a constraint wants its table alone; then the keys in a row, each of
 * which holds two tables, while the other takes the indexes of tables that have none, which share theirs.
 */
export async function retablirTables(deps: Deps, agent: Agent): Promise<void> {
  const deposes = await lister.execute(deps, agent, {});
  const retablir = async (suite: Iterable<Depose>) => {
    for (const { id } of suite) await avecReprise(() => retablirUn.execute(deps, agent, { id }));
  };
  const etrangeres = deposes.filter(({ sorte }) => sorte === "contrainte");
  const liees = new Set(etrangeres.map(({ table }) => table));
  const seuls = deposes.filter(({ sorte }) => sorte !== "contrainte" && sorte !== "reglage");
  const parTable = Map.groupBy(seuls, ({ table, sorte, id }) =>
    liees.has(table) || sorte !== "index" ? table : id,
  );
  const suites = [...parTable.values()];
  const tenues = suites.filter(([premier]) => liees.has(premier?.table ?? ""));
  const libres = suites.filter((suite) => !tenues.includes(suite));
  // One queue, from which both take: a generator gives each table once.
  const file = [...tenues.toSorted((a, b) => b.length - a.length), etrangeres, ...libres].values();
  const enFile = async () => {
    for (const suite of file) await retablir(suite);
  };
  await Promise.all([enFile(), enFile()]);
  await retablir(deposes.filter(({ sorte }) => sorte === "reglage"));
}

const ESSAIS = 3;

/** An act of an agent may hold the two tables of a key in the other order: one of the two begins again. */
async function avecReprise(faire: () => Promise<void>): Promise<void> {
  for (let essai = 1; ; essai += 1) {
    try {
      await faire();
      return;
    } catch (cause) {
      if (essai === ESSAIS || (cause as { code?: string }).code !== "40P01") throw cause;
    }
  }
}

/** The same in the transaction of an act that ends a run without finishing it. */
export async function retablirDansLaTransaction(tx: Tx): Promise<void> {
  for (const { id } of await lireDeposes(tx)) await remettre(tx, id);
}
