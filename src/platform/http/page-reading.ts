import type { Base, Tx } from "../db/tx.ts";
import { DomainError } from "../errors/domain-error.ts";

interface Opened {
  readonly tx: Promise<Tx>;
  /** Lets the transaction end; it is given up when something failed in it. */
  readonly leave: (failure: unknown) => void;
  readonly ended: Promise<void>;
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
  readonly #running = new Set<Promise<unknown>>();
  #opened: Opened | null = null;
  #failure: unknown = null;

  constructor(base: Base) {
    this.#base = base;
    this.departement = base.departement;
    this.apart = {
      ...base,
      transaction: async (run) => {
        await this.end();
        return base.transaction(run);
      },
    };
  }

  maintain(tables: readonly string[]): Promise<void> {
    return this.#base.maintain(tables);
  }

  async transaction<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
    const running = this.#run(run);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  async #run<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
    this.#opened ??= open(this.#base);
    const tx = await this.#opened.tx;
    try {
      return await run(tx);
    } catch (error) {
      // A refusal wrote nothing, and what was read before it stays in the journal.
      if (!(error instanceof DomainError)) this.#failure ??= error;
      throw error;
    }
  }

  /** Ends what is open, if anything is; the next act opens again. */
  async end(): Promise<void> {
    await Promise.allSettled(this.#running);
    const opened = this.#opened;
    if (!opened) return;
    this.#opened = null;
    opened.leave(this.#failure);
    this.#failure = null;
    await opened.ended;
  }
}

function open(base: Base): Opened {
  const opened = Promise.withResolvers<Tx>();
  const left = Promise.withResolvers<unknown>();
  const ended = base
    .transaction(async (tx) => {
      opened.resolve(tx);
      const failure = await left.promise;
      if (failure !== null) throw failure;
    })
    .catch((error: unknown) => {
      opened.reject(error);
      throw error;
    });
  // Whoever awaits `end` hears of it; a base that cannot be reached is said by the first act.
  ended.catch(() => undefined);
  return { tx: opened.promise, leave: left.resolve, ended };
}
