import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { type Context, onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { sejoursDesPersonnes } from "./db/echeances.ts";
import { deplacerSejours, rendreSejours } from "./db/fusions.ts";
import { tenirAJour } from "./usecases/cadre.ts";

/** What this module does when another one tells a fact, in the transaction of the fact. */
export const reactionsParticipation: readonly Reaction[] = [
  onFact(personnesFusionnees, async (context, fusion) => {
    await deplacerSejours(context.tx, fusion, civilDay(context.now));
    await tenirLesDeux(context, [fusion.gardeeId, fusion.absorbeeId]);
  }),
  onFact(fusionAnnulee, async (context, fusion) => {
    await rendreSejours(context.tx, fusion);
    await tenirLesDeux(context, [fusion.gardeeId, fusion.absorbeeId]);
  }),
];

async function tenirLesDeux(context: Context, personnes: readonly number[]): Promise<void> {
  await tenirAJour(context, await sejoursDesPersonnes(context.tx, personnes));
}
