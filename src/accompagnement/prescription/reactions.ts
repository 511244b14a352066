import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { entreePrescrite, sejoursChanges } from "#offre/participation";
import { onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { deplacerPrescriptions, rendrePrescriptions } from "./db/fusions.ts";
import { tenirEcheancesPrescriptions } from "./usecases/echeances.ts";
import { exigerPrescriptionOuverte } from "./usecases/exiger-ouverte.ts";
import { suivreLesSejours } from "./usecases/suivre-sejours.ts";

/** What this module does when another one tells a fact, in the transaction of the fact. */
export const reactionsPrescription: readonly Reaction[] = [
  onFact(entreePrescrite, exigerPrescriptionOuverte),
  onFact(sejoursChanges, (context, { sejours }) => suivreLesSejours(context, sejours)),
  onFact(personnesFusionnees, async (context, fusion) => {
    const touchees = await deplacerPrescriptions(context.tx, fusion);
    await tenirEcheancesPrescriptions(context, touchees);
  }),
  onFact(fusionAnnulee, async (context, fusion) => {
    const touchees = await rendrePrescriptions(context.tx, fusion);
    await tenirEcheancesPrescriptions(context, touchees);
  }),
];
