import type { Base } from "../db/tx.ts";

/** What one request spent, for `Server-Timing`, the logs and the metrics. */
export class Timing {
  readonly #start = performance.now();
  #db = 0;
  #render = 0;

  get total(): number {
    return performance.now() - this.#start;
  }

  get db(): number {
    return this.#db;
  }

  addDb(milliseconds: number): void {
    this.#db += milliseconds;
  }

  addRender(milliseconds: number): void {
    this.#render += milliseconds;
  }

  header(): string {
    const figures = { db: this.#db, render: this.#render, total: this.total };
    return Object.entries(figures)
      .map(([name, value]) => `${name};dur=${value.toFixed(1)}`)
      .join(", ");
  }
}

/** How many transactions are open, and how many have been. */
export interface Transactions {
  open: number;
  done: number;
}

export function countedBase(base: Base, transactions: Transactions): Base {
  return {
    ...base,
    async transaction(run) {
      transactions.open += 1;
      try {
        return await base.transaction(run);
      } finally {
        transactions.open -= 1;
        transactions.done += 1;
      }
    },
  };
}

export function timedBase(base: Base, timing: Timing): Base {
  return {
    ...base,
    async transaction(run) {
      const start = performance.now();
      try {
        return await base.transaction(run);
      } finally {
        timing.addDb(performance.now() - start);
      }
    },
  };
}
