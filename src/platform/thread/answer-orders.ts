import { parentPort } from "node:worker_threads";
import type { ThreadAnswer, ThreadOrder } from "./protocol.ts";

/** What the script of a thread does with each order: the failure of one leaves the next. */
export function answerOrders<Order, Answer>(answer: (order: Order) => Answer): void {
  parentPort?.on("message", ({ id, order }: ThreadOrder<Order>) => {
    let told: ThreadAnswer<Answer>;
    try {
      told = { id, answer: answer(order) };
    } catch (error) {
      told = { id, failure: messageOf(error) };
    }
    parentPort?.postMessage(told);
  });
}

/** Some libraries throw errors without a message, or what is no error. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return error.message === "" ? code : error.message;
}
