import { rendezVousConclus } from "#accompagnement/agenda";
import { contratsChanges } from "#accompagnement/contrat";
import { entretienPublie } from "#accompagnement/entretien";
import { suivisChanges } from "#accompagnement/orientation";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { type Context, onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { deplacerParcours, type Fusion, rendreParcours } from "./db/fusions.ts";
import { tenirLesAccompagnements, tenirLesManquements } from "./usecases/echeances.ts";
import { proposerLesAbsences } from "./usecases/proposer-absences.ts";
import { suivre } from "./usecases/suivre.ts";

/**
 * Heard before the orientation: it tells again who follows both persons, and moves the deadlines that are left. Those of
 * a period that ends with the merge end while they are still the absorbed person’s.
 */
export const fusionsParcours: readonly Reaction[] = [
  onFact(personnesFusionnees, async (context, fusion) => {
    await deplacerParcours(context.tx, fusion, civilDay(context.now));
    await tenirLesAccompagnements(context, [fusion.absorbeeId]);
  }),
  onFact(fusionAnnulee, ({ tx }, fusion) => rendreParcours(tx, fusion)),
];

async function tenirLesDeux(context: Context, { gardeeId, absorbeeId }: Fusion): Promise<void> {
  const deux = [gardeeId, absorbeeId];
  await suivre(context, deux);
  await tenirLesAccompagnements(context, deux);
  await tenirLesManquements(context, deux);
}

export const reactionsParcours: readonly Reaction[] = [
  onFact(suivisChanges, (context, { personnes }) => suivre(context, personnes)),
  onFact(contratsChanges, (context, { personnes }) => suivre(context, personnes)),
  onFact(rendezVousConclus, async (context, { issues }) => {
    await proposerLesAbsences(context, issues);
    await tenirLesAccompagnements(context, [
      ...new Set(issues.map(({ personneId }) => personneId)),
    ]);
  }),
  onFact(entretienPublie, (context, { entretiens }) =>
    tenirLesAccompagnements(context, [
      ...new Set(entretiens.map(({ personneId }) => personneId)),
    ]).then(() => undefined),
  ),
  onFact(personnesFusionnees, tenirLesDeux),
  onFact(fusionAnnulee, tenirLesDeux),
];
