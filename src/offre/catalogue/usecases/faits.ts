import { defineFact } from "#platform/usecase/fact.ts";

/** Actions were opened, closed, or their places changed: what is due and what is counted follow. */
export const actionsChangees = defineFact<{ readonly actions: readonly number[] }>(
  "catalogue.actions-changees",
);

/** An action is about to close: who keeps persons in it that day or later refuses, in this transaction. */
export const actionFermee = defineFact<{
  readonly actionId: number;
  readonly nom: string;
  /** First day it no longer runs. */
  readonly des: string;
}>("catalogue.action-fermee");
