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
 * the rest is still written down. Two at a time, one of them on the reading table: sorting takes a core.
 */
export async function retablirTables(deps: Deps, agent: Agent): Promise<void> {
  const deposes = await lister.execute(deps, agent, {});
  const file = async (restants: readonly Depose[]) => {
    for (const { id } of restants) await avecReprise(() => retablirUn.execute(deps, agent, { id }));
  };
  const deLecture = ({ table }: Depose) => table === "situation_personne";
  await Promise.all([
    file(deposes.filter(deLecture)),
    file(deposes.filter((depose) => !deLecture(depose))),
  ]);
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
