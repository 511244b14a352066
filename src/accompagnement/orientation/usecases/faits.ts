import { defineFact } from "#platform/usecase/fact.ts";

/** Who follows these persons, towards what or since when may have changed. Each person once. */
export const suivisChanges = defineFact<{ readonly personnes: readonly number[] }>(
  "orientation.suivis-changes",
);
