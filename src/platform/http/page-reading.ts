import type { Base, Tx } from "../db/tx.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Timing } from "./timing.ts";

/** What became of the acts of one transaction. */
interface Outcome {
  /** What broke: the transaction is given up. */
  failure: unknown;
  /** An act refused: what was read before stays in the journal, if the base still takes it. */
  refused: boolean;
}

interface Opened {
  readonly tx: Promise<Tx>;
  readonly leave: () => void;
  readonly ended: Promise<void>;
  readonly outcome: Outcome;
}

/**
 * What one page reads, in one transaction: opened by its first act, ended before the page is drawn. A page asks
 * up to ten things of the base, and each would begin and end a transaction of its own.
 */
export class PageReading implements Base {
  readonly departement: Base["departement"];
  /**
   * Transactions of their own (a write, a download that outlives the page): what the page reads is ended first, for
   * who keeps one connection while she waits for another could wait for ever.
   */
  readonly apart: Base;
  readonly #base: Base;
  readonly #timing: Timing;
  readonly #running = new Set<Promise<unknown>>();
  #since = 0;
  #opened: Opened | null = null;
  #closed = false;

  constructor(base: Base, timing: Timing) {
    this.#base = base;
    this.#timing = timing;
    this.departement = base.departement;
    this.apart = {
      ...base,
      transaction: async (run) => {
        await this.end();
        return this.#alone(run);
      },
    };
  }

  maintain(tables: readonly string[]): Promise<void> {
    return this.#base.maintain(tables);
  }

  async transaction<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
    // The page is answered: nobody would end what this opens.
    if (this.#closed) return this.#alone(run);
    if (this.#running.size === 0) this.#since = performance.now();
    const running = this.#run(run);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
      if (this.#running.size === 0) this.#timing.addDb(performance.now() - this.#since);
    }
  }

  /** Ends what is open, if anything is, once what runs in it is over; the next act opens again. */
  async end(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
    const opened = this.#opened;
    if (!opened) return;
    this.#opened = null;
    const start = performance.now();
    opened.leave();
    await opened.ended.finally(() => this.#timing.addDb(performance.now() - start));
  }

  /** The page is answered, or failed. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.end();
  }

  async #run<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
    this.#opened ??= open(this.#base);
    const { tx, outcome } = this.#opened;
    const opened = await tx;
    try {
      return await run(opened);
    } catch (error) {
      if (error instanceof DomainError) outcome.refused = true;
      else outcome.failure ??= error;
      throw error;
    }
  }

  async #alone<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
    const start = performance.now();
    try {
      return await this.#base.transaction(run);
    } finally {
      this.#timing.addDb(performance.now() - start);
    }
  }
}

function open(base: Base): Opened {
  const opened = Promise.withResolvers<Tx>();
  const left = Promise.withResolvers<void>();
  const outcome: Outcome = { failure: null, refused: false };
  const ended = base
    .transaction(async (tx) => {
      opened.resolve(tx);
      await left.promise;
      if (outcome.failure !== null) throw outcome.failure;
      // A refusal may hide an error of the base, after which COMMIT would undo in silence what the journal says.
      if (outcome.refused) await tx.query("select 1");
    })
    .catch((error: unknown) => {
      opened.reject(error);
      throw error;
    });
  // Whoever awaits `end` hears of it; a base that cannot be reached is said by the first act.
  ended.catch(() => undefined);
  return { tx: opened.promise, leave: left.resolve, ended, outcome };
}
