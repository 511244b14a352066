import { expect } from "vitest";
import { attenteDesRecherches } from "#offre/participation";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur } from "../../../app/testing/offre.ts";
import { prendreUnDepot } from "../db/depots.ts";
import { deposerTableur } from "./deposer-tableur.ts";
import { lancerTableur } from "./lancer-tableur.ts";

const agent = unAgent({ id: 31 });

testAvecInstance(
  "un fichier dont les lignes sont en train d’être prises se relance sans que les deux s’attendent",
  async ({ deps: nue }) => {
    const deps = auNord(nue);
    const structureId = await unOperateur(deps);
    await uneAction(deps, { structureId, nom: "Coaching de l’Élan" });
    const { depotId } = await deposerTableur.execute(deps, agent, {
      ...{ structureId, actionId: null, nom: "suivi.csv" },
      contenu: Buffer.from(
        "Nom;Prénom;Date de naissance;Action;Entrée\nInconnu;Zoé;1990-01-01;Coaching de l’Élan;05/10/2026",
      ),
    });
    await lancerTableur.execute(deps, agent, { depotId });
    const tenu = Promise.withResolvers<void>();
    const suite = Promise.withResolvers<void>();
    const prise = deps.base.transaction(async (tx) => {
      expect((await prendreUnDepot(tx, deps.now()))?.depot.id).toBe(depotId);
      tenu.resolve();
      await suite.promise;
      return attenteDesRecherches({ tx, now: deps.now() }, { par: "fichier", id: agent.id });
    });
    await Promise.race([tenu.promise, prise]);
    const relance = lancerTableur.execute(deps, agent, { depotId });
    await uneAttente(deps);
    suite.resolve();
    const fins = await Promise.allSettled([prise, relance]);
    expect(fins.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  },
  60_000,
);

async function uneAttente(deps: Deps): Promise<void> {
  for (let essai = 0; essai < 100; essai += 1) {
    if ((await lignes(deps, "select 1 from pg_locks where not granted")).length > 0) return;
    await new Promise((suite) => setTimeout(suite, 25));
  }
  throw new Error("personne n’attend");
}
