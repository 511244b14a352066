import { defineFact } from "#platform/usecase/fact.ts";

/** What happened to stays: an entry, an exit, a correction. Prescriptions, returns and deadlines follow. */
export const sejoursChanges = defineFact<{
  readonly sejours: readonly number[];
  readonly personnes: readonly number[];
  readonly actions: readonly number[];
}>("participation.sejours-changes");

/** Somebody enters as prescribed: who keeps prescriptions refuses, in the same transaction, one that does not hold. */
export const entreePrescrite = defineFact<{
  readonly prescriptionId: number;
  readonly personneId: number;
  readonly actionId: number;
}>("participation.entree-prescrite");
