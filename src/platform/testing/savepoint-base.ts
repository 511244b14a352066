import { AsyncLocalStorage } from "node:async_hooks";
import type { ClientBase } from "pg";
import { ClientTx } from "../db/client-tx.ts";
import type { Base, Departement, Tx } from "../db/tx.ts";

/**
 * A base inside one open transaction: each transaction of an act is a savepoint. Those opened
 * side by side wait for each other, since they share a connection; one opened inside another nests.
 */
export function savepointBase(client: ClientBase, departement: Departement): Base {
  const inside = new AsyncLocalStorage<true>();
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  async function savepoint<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
    count += 1;
    const name = `essai_${count}`;
    await client.query(`SAVEPOINT ${name}`);
    try {
      const result = await inside.run(true, () => run(new ClientTx(client)));
      // What a COMMIT would check.
      await client.query("SET CONSTRAINTS ALL IMMEDIATE");
      await client.query(`SET CONSTRAINTS ALL DEFERRED; RELEASE SAVEPOINT ${name}`);
      return result;
    } catch (error) {
      await client.query(`ROLLBACK TO SAVEPOINT ${name}; RELEASE SAVEPOINT ${name}`);
      throw error;
    }
  }

  return {
    departement,
    // A test is one open transaction: there is nothing to tidy up yet.
    maintain: () => Promise.resolve(),
    transaction(run) {
      if (inside.getStore()) return savepoint(run);
      const mine = last.then(() => savepoint(run));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
