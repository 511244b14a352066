import { expect } from "vitest";
import { verrouillerEntrees } from "#offre/participation";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord } from "../../../app/testing/offre.ts";
import {
  prescriptionLue,
  uneActionPour,
  unePersonneAPlacer,
  unePrescription,
} from "../../../app/testing/prescription.ts";
import { entrerDepuisPrescription } from "./entrer-depuis-prescription.ts";
import { repondre } from "./repondre.ts";

const agent = unAgent();

testAvecInstance(
  "une entrée depuis la prescription et une entrée directe de la même personne ne s’attendent pas l’une l’autre",
  async ({ deps: nue }) => {
    const personneId = await unePersonneAPlacer(nue);
    const actionId = await uneActionPour(nue, personneId);
    const prescriptionId = await unePrescription(nue, { personneId, actionId });
    const deps = auNord(nue);
    await repondre.execute(deps, agent, { prescriptionId, version: 1, reponse: "accepter" });
    const tenue = Promise.withResolvers<void>();
    const suite = Promise.withResolvers<void>();
    // What a direct entry and a batch do: the person, then her prescription.
    const directe = deps.base.transaction(async (tx) => {
      await verrouillerEntrees(tx, personneId);
      tenue.resolve();
      await suite.promise;
      await tx.query("select 1 from prescription where id = $1 for update", [prescriptionId]);
    });
    await Promise.race([tenue.promise, directe]);
    const prescrite = entrerDepuisPrescription.execute(deps, agent, {
      ...{ prescriptionId, version: 2, le: "2026-11-22", attestationLe: "2026-11-20" },
      ...{ contratPreuve: "contrat", contratLe: "2026-11-10" },
    });
    await uneAttente(deps);
    suite.resolve();
    const fins = await Promise.allSettled([directe, prescrite]);
    expect(fins.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({ etat: "entree" });
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
