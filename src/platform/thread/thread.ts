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

/**
 * Work done in a thread of its own, order by order, while the process goes on. It opens with the first order, does
 * not keep the process alive once it has answered, and opens again after it was lost or closed.
 */
export class Thread<Order, Answer> {
  readonly #script: ThreadScript;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #worker: Worker | null = null;
  #last = 0;

  constructor(script: ThreadScript) {
    this.#script = script;
  }

  /** `transfer`: memory of the order that is handed over, and not copied. */
  ask(order: Order, transfer: readonly Transferable[] = []): Promise<Answer> {
    const worker = this.#worker ?? this.#open();
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, order } satisfies ThreadOrder<Order>, transfer);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #open(): Worker {
    const worker = new Worker(locate(this.#script));
    this.#worker = worker;
    worker.on("message", (answer: ThreadAnswer<Answer>) => {
      const asked = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size === 0) worker.unref();
      if ("failure" in answer) asked?.reject(new Error(answer.failure));
      else asked?.resolve(answer.answer);
    });
    const lost = (cause: unknown) => {
      if (this.#worker === worker) this.#worker = null;
      for (const { reject } of this.#waiting.values()) {
        reject(new Error(`The thread ${this.#script.bundle} has stopped`, { cause }));
      }
      this.#waiting.clear();
    };
    worker.on("error", lost);
    worker.on("exit", lost);
    return worker;
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
