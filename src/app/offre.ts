import { prescriptionsDAction } from "../accompagnement/prescription/http.ts";
import { apportRestitutions } from "../financement/restitution-mensuelle/http.ts";
import { type ApportAction, cadreDAction } from "../offre/catalogue/http.ts";
import { chiffresDAction } from "../offre/comptage/http.ts";
import { participantsDAction } from "../offre/participation/http.ts";
import { seancesDAction } from "../offre/seance/http.ts";

/** What the modules show of an action on its pages; each adds its own. */
export const apportsAction: readonly ApportAction[] = [
  participantsDAction,
  chiffresDAction,
  prescriptionsDAction,
  seancesDAction,
  apportRestitutions,
];

/** For the modules whose pages are tabs of an action. */
export const cadreAction = cadreDAction(apportsAction);
