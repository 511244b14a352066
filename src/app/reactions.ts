import { reactionsAgenda } from "#accompagnement/agenda";
import { reactionsContrat } from "#accompagnement/contrat";
import { reactionsDiagnostic } from "#accompagnement/diagnostic";
import { reactionsEntretien } from "#accompagnement/entretien";
import { reactionsOrientation } from "#accompagnement/orientation";
import { fusionsParcours, reactionsParcours } from "#accompagnement/parcours";
import { reactionsPrescription } from "#accompagnement/prescription";
import { annulerFusionCourriers, suivreFusionCourriers } from "#commun/courrier";
import { annulerFusionMessages, suivreFusionMessages } from "#commun/message";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { reactionsRestitution } from "#financement/restitution-mensuelle";
import { reactionsParticipation } from "#offre/participation";
import { reactionsSeance } from "#offre/seance";
import { onFact, type Reaction } from "#platform/usecase/define-use-case.ts";

/** A merge of two files brings their letters together; undone, each takes hers back. */
const reactionsCourrier: readonly Reaction[] = [
  onFact(personnesFusionnees, ({ tx }, fusion) => suivreFusionCourriers(tx, fusion)),
  onFact(fusionAnnulee, ({ tx }, fusion) => annulerFusionCourriers(tx, fusion)),
];

/** A merge of two files brings their messages together; undone, each takes hers back. */
const reactionsMessage: readonly Reaction[] = [
  onFact(personnesFusionnees, ({ tx }, fusion) => suivreFusionMessages(tx, fusion)),
  onFact(fusionAnnulee, ({ tx }, fusion) => annulerFusionMessages(tx, fusion)),
];

/** Who listens to what, across modules: the reactions to one fact run in this order. No page is reached from here. */
export const reactions: readonly Reaction[] = [
  ...reactionsDiagnostic,
  ...fusionsParcours,
  ...reactionsEntretien,
  ...reactionsOrientation,
  ...reactionsAgenda,
  ...reactionsContrat,
  ...reactionsParcours,
  ...reactionsParticipation,
  ...reactionsPrescription,
  ...reactionsCourrier,
  ...reactionsMessage,
  ...reactionsSeance,
  ...reactionsRestitution,
];
