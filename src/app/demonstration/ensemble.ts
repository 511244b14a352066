import type { Tx } from "#platform/db/tx.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";

/** Acts kept together or not at all: each is a savepoint, so that one refused leaves the others. */
export function ensemble(deps: Deps, mener: (deps: Deps) => Promise<void>): Promise<void> {
  return deps.base.transaction((tx) => {
    const transaction = async <Fait>(acte: (tx: Tx) => Promise<Fait>): Promise<Fait> => {
      await tx.query("savepoint acte");
      try {
        const fait = await acte(tx);
        await tx.query("release savepoint acte");
        return fait;
      } catch (refus) {
        await tx.query("rollback to savepoint acte");
        throw refus;
      }
    };
    return mener({ ...deps, base: { ...deps.base, transaction } });
  });
}
