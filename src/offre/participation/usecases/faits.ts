import { defineFact } from "#platform/usecase/fact.ts";

/** What happened to stays: an entry, an exit, a correction. Prescriptions, returns and deadlines follow. */
export const sejoursChanges = defineFact<{
  readonly sejours: readonly number[];
  readonly personnes: readonly number[];
  readonly actions: readonly number[];
}>("participation.sejours-changes");
