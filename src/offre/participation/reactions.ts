import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { actionFermee } from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatCount } from "#platform/ui/format.ts";
import { type Context, onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { lireSejoursComptes } from "./db/comptes.ts";
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
  onFact(actionFermee, async ({ tx }, { actionId, nom, des }) => {
    const sejours = await lireSejoursComptes(tx, { actions: [actionId], du: des, au: TOUJOURS });
    const restants = sejours.filter(({ sortiLe }) => sortiLe === null || sortiLe > des);
    if (restants.length === 0) return;
    throw new DomainError(
      "action.presents",
      `${formatCount(restants.length, "personne est", "personnes sont")} encore dans « ${nom} » après ce jour : notez d’abord ${restants.length > 1 ? "leur sortie" : "sa sortie"}, ou choisissez un jour plus tard.`,
      { sejours: restants.map(({ id }) => id) },
    );
  }),
];

const TOUJOURS = "9999-12-31";

async function tenirLesDeux(context: Context, personnes: readonly number[]): Promise<void> {
  await tenirAJour(context, await sejoursDesPersonnes(context.tx, personnes));
}
