import { DomainError } from "../errors/domain-error.ts";
import type { Tx } from "./tx.ts";

/** Runs inside the open transaction: a refusal undoes what this alone has written, and is given back. */
export async function orRefusal<Result>(
  tx: Tx,
  run: () => Promise<Result>,
): Promise<Result | DomainError> {
  await tx.query("savepoint attempt");
  try {
    const result = await run();
    await tx.query("release savepoint attempt");
    return result;
  } catch (refusal) {
    if (!(refusal instanceof DomainError)) throw refusal;
    await tx.query("rollback to savepoint attempt");
    await tx.query("release savepoint attempt");
    return refusal;
  }
}
