import { defineFact } from "#platform/usecase/fact.ts";

/** Actions were opened, closed, or their places changed: what is due and what is counted follow. */
export const actionsChangees = defineFact<{ readonly actions: readonly number[] }>(
  "catalogue.actions-changees",
);
