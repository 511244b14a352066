import type { CadreDeSection } from "#droits/dossier";
import type { CadreAction } from "#offre/catalogue";
import type { Route } from "#platform/http/route.ts";
import { routesUneSeance } from "./web/routes-seance.tsx";
import { routesSeances } from "./web/routes-seances.tsx";

export { apportSeance, lotDeSeance, seancesDAction } from "./web/apport.tsx";

/** Sessions have pages of their own, a section of an action, and one of a person’s file. */
export function routesSeance(
  cadrePersonne: CadreDeSection,
  cadreAction: CadreAction,
): readonly Route[] {
  return [...routesSeances, ...routesUneSeance(cadrePersonne, cadreAction)];
}
