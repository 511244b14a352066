import { defineFact } from "#platform/usecase/fact.ts";

/** Which contract binds these persons, or since when, may have changed. Each person once. */
export const contratsChanges = defineFact<{ readonly personnes: readonly number[] }>(
  "contrat.contrats-changes",
);
