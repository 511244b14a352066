import { existsSync } from "node:fs";
import { type Transferable, Worker } from "node:worker_threads";
import type { ThreadAnswer, ThreadOrder } from "./protocol.ts";

export interface ThreadScript {
  /** From the root of the project: `src/platform/pdf/worker.ts`. */
  readonly source: string;
  /** Name of its own bundle, beside the product's: `pdf-worker`. */
  readonly bundle: string;
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** One worker and those who wait for it: its end is not that of the one opened after it. */
interface Opened<Answer> {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting<Answer>>;
}

/**
 * Work done in a thread of its own, order by order, while the process goes on. It opens with the first order, does
 * not keep the process alive once it has answered, and opens again after it was lost or closed.
 */
export class Thread<Order, Answer> {
  readonly #script: ThreadScript;
  #opened: Opened<Answer> | null = null;
  #last = 0;

  constructor(script: ThreadScript) {
    this.#script = script;
  }

  /** `transfer`: memory of the order that is handed over, and not copied. */
  ask(order: Order, transfer: readonly Transferable[] = []): Promise<Answer> {
    const { worker, waiting } = this.#opened ?? this.#open();
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      // First: what cannot be sent waits for nothing.
      worker.postMessage({ id, order } satisfies ThreadOrder<Order>, transfer);
      worker.ref();
      waiting.set(id, { resolve, reject });
    });
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    await opened?.worker.terminate();
  }

  #open(): Opened<Answer> {
    const worker = new Worker(locate(this.#script));
    const waiting = new Map<number, Waiting<Answer>>();
    const opened = { worker, waiting };
    this.#opened = opened;
    worker.on("message", (answer: ThreadAnswer<Answer>) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) worker.unref();
      if ("failure" in answer) asked?.reject(new Error(answer.failure));
      else asked?.resolve(answer.answer);
    });
    const lost = (cause: unknown) => {
      if (this.#opened === opened) this.#opened = null;
      for (const { reject } of waiting.values()) {
        reject(new Error(`The thread ${this.#script.bundle} has stopped`, { cause }));
      }
      waiting.clear();
    };
    worker.on("error", lost);
    worker.on("exit", lost);
    return opened;
  }
}

/** One bundle beside the product's, whose pieces are a folder below; else its source, above this file or a tool bundled apart. */
function locate({ source, bundle }: ThreadScript): URL {
  const bundled = [`./${bundle}.js`, `../${bundle}.js`]
    .map((place) => new URL(place, import.meta.url))
    .find((place) => existsSync(place));
  if (bundled) return bundled;
  for (let folder = new URL(".", import.meta.url); folder.pathname !== "/"; ) {
    const place = new URL(source, folder);
    if (existsSync(place)) return place;
    folder = new URL("..", folder);
  }
  throw new Error(`The script of the thread ${bundle} is missing`);
}
