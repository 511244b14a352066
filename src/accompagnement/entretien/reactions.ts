import { suivisChanges } from "#accompagnement/orientation";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { annulerFusion, suivreFusion } from "./db/fusions.ts";
import { tenirLesEcheances } from "./usecases/echeances.ts";

/**
 * Before those of the orientation: what was written has moved when it moves the deadlines of merged persons, then
 * tells that their follow-up changed.
 */
export const reactionsEntretien: readonly Reaction[] = [
  onFact(personnesFusionnees, ({ tx }, fusion) => suivreFusion(tx, fusion)),
  onFact(fusionAnnulee, ({ tx }, fusion) => annulerFusion(tx, fusion)),
  onFact(suivisChanges, async (context, { personnes }) => {
    await tenirLesEcheances(context, personnes);
  }),
];
