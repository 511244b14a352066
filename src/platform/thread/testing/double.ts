import { answerOrders } from "../answer-orders.ts";

/** Doubles a number; refuses one that is negative; dies of zero. */
answerOrders((order: number): number => {
  if (order === 0) process.exit(3);
  if (order < 0) throw new Error("négatif");
  return order * 2;
});
