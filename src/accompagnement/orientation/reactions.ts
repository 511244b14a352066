import { diagnosticValide } from "#accompagnement/diagnostic";
import { deplacerEcheances } from "#commun/echeance";
import { referentParti, structureFermee } from "#commun/structure";
import { fusionAnnulee, personnesConstatees, personnesFusionnees } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { deplacerOrientations } from "./db/fusions.ts";
import { annulerFusion } from "./usecases/annuler-fusion.ts";
import { tenirAJour } from "./usecases/cadre.ts";
import { refuserDepart, refuserFermeture } from "./usecases/departs.ts";
import { accueillir } from "./usecases/echeances.ts";
import { reproposer } from "./usecases/reproposer.ts";
import { suivreLesDroits } from "./usecases/suivre-les-droits.ts";

/** What this module does when another one tells a fact, in the transaction of the fact. */
export const reactionsOrientation: readonly Reaction[] = [
  onFact(personnesConstatees, async (context, { personnes, arrivees }) => {
    await suivreLesDroits(context, personnes);
    await accueillir(context, arrivees);
  }),
  onFact(diagnosticValide, (context, { personneId }) => reproposer(context, personneId)),
  onFact(personnesFusionnees, async (context, fusion) => {
    await deplacerOrientations(context.tx, fusion, civilDay(context.now));
    await deplacerEcheances(context.tx, fusion);
    await tenirAJour(context, [fusion.gardeeId, fusion.absorbeeId]);
  }),
  onFact(fusionAnnulee, annulerFusion),
  onFact(referentParti, ({ tx }, depart) => refuserDepart(tx, depart)),
  onFact(structureFermee, ({ tx }, fermeture) => refuserFermeture(tx, fermeture)),
];
