import { defineFact } from "#platform/usecase/fact.ts";

/** A diagnosis has just been validated: from now on its answers are those of the person. */
export const diagnosticValide = defineFact<{
  readonly personneId: number;
  readonly diagnosticId: number;
  readonly le: string;
}>("diagnostic-valide");
