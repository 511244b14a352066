import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { deplacerSeances, rendreSeances } from "./db/fusions.ts";

export const reactionsSeance: readonly Reaction[] = [
  onFact(personnesFusionnees, ({ tx }, fusion) => deplacerSeances(tx, fusion)),
  onFact(fusionAnnulee, ({ tx }, fusion) => rendreSeances(tx, fusion)),
];
