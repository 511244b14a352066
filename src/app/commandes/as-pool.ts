import { PoolInstance } from "#platform/db/instance.ts";
import type { Instance } from "#platform/db/tx.ts";

/** The command line always opens the real thing. */
export function asPool(instance: Instance): PoolInstance {
  if (instance instanceof PoolInstance) return instance;
  throw new Error("expected an instance opened by openInstance");
}
