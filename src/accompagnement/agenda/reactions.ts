import { annulerMessages } from "#commun/message";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { deplacerVenues, rendreVenues } from "./db/fusions.ts";
import { tenirEcheancesAgenda } from "./usecases/echeances.ts";

/** What this module does when another one tells a fact, in the transaction of the fact. */
export const reactionsAgenda: readonly Reaction[] = [
  onFact(personnesFusionnees, async (context, fusion) => {
    const objetIds = await deplacerVenues(context.tx, fusion, context.now);
    // Whichever of the two her messages now name.
    await annulerMessages(context, {
      ...{ objet: "rendez-vous", objetIds, personnes: [fusion.gardeeId, fusion.absorbeeId] },
      raison: "Le rendez-vous est annulé : deux fiches ont été réunies.",
    });
    await tenirEcheancesAgenda(context, [fusion.gardeeId, fusion.absorbeeId]);
  }),
  onFact(fusionAnnulee, async (context, fusion) => {
    await rendreVenues(context.tx, fusion);
    await tenirEcheancesAgenda(context, [fusion.gardeeId, fusion.absorbeeId]);
  }),
];
