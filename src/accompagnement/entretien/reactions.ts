import { suivisChanges } from "#accompagnement/orientation";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { annulerFusion, suivreFusion } from "./db/fusions.ts";
import { tenirLesEcheances } from "./usecases/echeances.ts";

/** After those of the orientation, which move the deadlines of merged persons. */
export const reactionsEntretien: readonly Reaction[] = [
  onFact(suivisChanges, async (context, { personnes }) => {
    await tenirLesEcheances(context, personnes);
  }),
  onFact(personnesFusionnees, async (context, fusion) => {
    await suivreFusion(context.tx, fusion);
    await tenirLesEcheances(context, [fusion.gardeeId]);
  }),
  onFact(fusionAnnulee, async (context, fusion) => {
    await annulerFusion(context.tx, fusion);
    await tenirLesEcheances(context, [fusion.gardeeId, fusion.absorbeeId]);
  }),
];
