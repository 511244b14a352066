import { defineFact } from "#platform/usecase/fact.ts";

/** Prescriptions were written, answered, or followed by an entry or an exit. */
export const prescriptionsChangees = defineFact<{
  readonly prescriptions: readonly number[];
  readonly personnes: readonly number[];
  readonly actions: readonly number[];
}>("prescription.prescriptions-changees");
