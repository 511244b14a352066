import { placesPrises } from "#offre/participation";
import { prescriptionsDAction } from "../accompagnement/prescription/http.ts";
import { apportRestitutions } from "../financement/restitution-mensuelle/http.ts";
import { type ApportAction, cadreDAction, type PortsCatalogue } from "../offre/catalogue/http.ts";
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

/** What the pages of the catalogue take from the other modules. */
export const portsCatalogue: PortsCatalogue = {
  apports: apportsAction,
  prises: placesPrises,
  liens: [
    { label: "Le parcours", path: "/offre/parcours", droit: "offre:lire" },
    { label: "Opérateurs", path: "/operateurs", droit: "offre:lire" },
    { label: "Séances", path: "/seances", droit: "seance:lire" },
    { label: "Ressources", path: "/ressources", droit: "offre:lire" },
    { label: "Déposer un tableur", path: "/offre/tableur", droit: "participation:tenir" },
  ],
};
