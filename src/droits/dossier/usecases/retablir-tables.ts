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
 * the rest is still written down. First what concerns one table alone, two tables at a time, those with most to
 * put back first: sorting takes a core. Then the keys, each of which holds two tables.
 */
export async function retablirTables(deps: Deps, agent: Agent): Promise<void> {
  const deposes = await lister.execute(deps, agent, {});
  const retablir = async (suite: Iterable<Depose>) => {
    for (const { id } of suite) await avecReprise(() => retablirUn.execute(deps, agent, { id }));
  };
  const seuls = deposes.filter(({ sorte }) => sorte === "index" || sorte === "exclusion");
  const tables = [...Map.groupBy(seuls, ({ table }) => table).values()];
  // One queue, from which both take: a generator gives each table once.
  const file = tables.toSorted((a, b) => b.length - a.length).values();
  const enFile = async () => {
    for (const suite of file) await retablir(suite);
  };
  await Promise.all([enFile(), enFile()]);
  await retablir(deposes.filter((depose) => !seuls.includes(depose)));
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
