import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { deplacerDiagnostics, replacerDiagnostics } from "../db/diagnostics.ts";

/** The diagnoses of a person follow her when two files become one, and come back. */
export const reactionsDiagnostic: readonly Reaction[] = [
  onFact(personnesFusionnees, ({ tx }, fusion) => deplacerDiagnostics(tx, fusion)),
  onFact(fusionAnnulee, ({ tx }, fusion) => replacerDiagnostics(tx, fusion)),
];
