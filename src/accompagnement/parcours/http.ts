import type { CadreDeSection } from "#droits/dossier";
import type { Route } from "#platform/http/route.ts";
import { routesCommission } from "./web/routes-commission.tsx";
import { routesLivret } from "./web/routes-livret.tsx";
import { routesPersonne } from "./web/routes-personne.tsx";
import { routesPortefeuille } from "./web/routes-portefeuille.tsx";

export { apportParcours } from "./web/apport.tsx";
export { chiffrePortefeuille } from "./web/chiffre-portefeuille.tsx";

/** The path of one person is a section of her file; caseloads are pages of their own. */
export function routesParcours(cadre: CadreDeSection): readonly Route[] {
  return [...routesPortefeuille, ...routesCommission, ...routesLivret, ...routesPersonne(cadre)];
}
