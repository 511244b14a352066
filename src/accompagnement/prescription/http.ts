import type { CadreDeSection } from "#droits/dossier";
import type { CadreAction } from "#offre/catalogue";
import type { Route } from "#platform/http/route.ts";
import { routesAction } from "./web/routes-action.tsx";
import { routesListe } from "./web/routes-liste.tsx";
import { type DessinerParcours, routesPersonne } from "./web/routes-personne.tsx";
import { routesPrescriptions } from "./web/routes-prescriptions.tsx";

export {
  apportPrescription,
  prescriptionsDAction,
  tachesPrescriptions,
} from "./web/apport.tsx";

/** The actions of one person are a section of her file; the prescriptions of one action, a section of it. */
export function routesPrescription(
  cadre: CadreDeSection,
  deLAction: CadreAction,
  dessiner: DessinerParcours,
): readonly Route[] {
  return [
    ...routesListe,
    ...routesPrescriptions,
    ...routesPersonne(cadre, dessiner),
    ...routesAction(deLAction),
  ];
}
