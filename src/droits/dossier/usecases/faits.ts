import { defineFact } from "#platform/usecase/fact.ts";
import type { PersonneArrivee } from "../domain/situation.ts";

/** The present of these persons has been written anew: by a file, a correction, a merge or its undoing. */
export const personnesConstatees = defineFact<{
  readonly personnes: readonly number[];
  /** Those this very writing brings into the base: what is said here of them is all there is to know. */
  readonly arrivees: readonly PersonneArrivee[];
}>("personnes-constatees");

/** Two files of one person have become one; what others keep on the absorbed one follows. */
export const personnesFusionnees = defineFact<{
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}>("personnes-fusionnees");

/** A merge is undone: each takes back what was hers. */
export const fusionAnnulee = defineFact<{
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}>("fusion-annulee");
