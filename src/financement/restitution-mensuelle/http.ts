import type { CadreAction } from "#offre/catalogue";
import type { Route } from "#platform/http/route.ts";
import { routesPages } from "./web/routes.tsx";
import { ongletRestitutions, routesAction } from "./web/routes-action.tsx";

export { tachesRestitutions } from "./web/taches.tsx";

/** What returns show of an action on its pages. */
export const apportRestitutions = { onglets: [ongletRestitutions] };

/** The returns of one action are a section of its pages. */
export function routesRestitution(cadre: CadreAction): readonly Route[] {
  return [...routesPages, ...routesAction(cadre)];
}
