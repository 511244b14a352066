import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { testAvecInstance } from "../testing/base.ts";

/** For what the server says to reach a client that asks nothing. */
const LE_TEMPS_DE_L_APPRENDRE = 200;

testAvecInstance(
  "une connexion coupée au milieu d’un acte le fait échouer, sans arrêter le programme",
  async ({ instance }) => {
    const coupe = instance.shared(async (tx) => {
      const [soi] = await tx.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      await instance.shared((autre) => autre.query("SELECT pg_terminate_backend($1)", [soi?.pid]));
      await setTimeout(LE_TEMPS_DE_L_APPRENDRE);
      return tx.query("SELECT 1");
    });
    await expect(coupe).rejects.toThrow();
    expect(await instance.shared((tx) => tx.query("SELECT 1 AS un"))).toEqual([{ un: 1 }]);
  },
);
