import { expect } from "vitest";
import type { Tx } from "#platform/db/tx.ts";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { uneAction } from "../../../app/testing/offre.ts";
import { unAccueil } from "../../../app/testing/sejours.ts";
import { entrerEnAction } from "./entrer-en-action.ts";

const agent = unAgent();

testAvecInstance(
  "deux entrées notées au même instant ne passent pas ensemble : la seconde attend, et voit la première",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "iii-1" });
    const autre = await uneAction(deps, { ficheCode: "iii-2" });
    const entrerDans = (tx: Tx, actionId: number) => {
      const context = contextOf(accueil.deps, tx, agent);
      return entrerEnAction.within(context, context.journal, {
        ...{ actionId, personneId: accueil.personnes[0] ?? 0, le: "2026-11-02" },
        ...{ attestationLe: "2026-11-02", contratPreuve: "contrat", contratLe: "2026-11-02" },
      });
    };
    const ecrite = Promise.withResolvers<void>();
    const suite = Promise.withResolvers<void>();
    const premiere = deps.base.transaction(async (tx) => {
      await entrerDans(tx, accueil.actionId);
      ecrite.resolve();
      await suite.promise;
    });
    await Promise.race([ecrite.promise, premiere]);
    const seconde = deps.base.transaction((tx) => entrerDans(tx, autre));
    const refus = expect(seconde).rejects.toMatchObject({
      details: { raisons: [expect.objectContaining({ code: "participation.double-presence" })] },
    });
    await uneAttente(deps);
    suite.resolve();
    await premiere;
    await refus;
    expect(await lignes(deps, "select id from sejour")).toHaveLength(1);
  },
  60_000,
);

/** Until somebody waits for a lock; without one, long enough for the second entry to be written beside the first. */
async function uneAttente(deps: Deps): Promise<void> {
  for (let essai = 0; essai < 40; essai += 1) {
    const attente = await lignes(
      deps,
      "select 1 from pg_locks where not granted and locktype = 'advisory'",
    );
    if (attente.length > 0) return;
    await new Promise((suite) => setTimeout(suite, 25));
  }
}
