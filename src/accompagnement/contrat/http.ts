import type { CadreDeSection } from "#droits/dossier";
import type { Route } from "#platform/http/route.ts";
import { routesListes } from "./web/routes-listes.tsx";
import { routesPersonne } from "./web/routes-personne.tsx";
import { routesStock } from "./web/routes-stock.tsx";
import { routesTableau } from "./web/routes-tableau.tsx";

export { apportContrat } from "./web/apport.tsx";
export { AlerteTaux, ChiffresDuTaux } from "./web/routes-tableau.tsx";
export { tachesContrats } from "./web/taches.tsx";

/** The contract of one person is a section of her file. `lots` act on the persons chosen in the schedule. */
export function routesContrat(
  cadre: CadreDeSection,
  lots: Parameters<typeof routesListes>[0],
): readonly Route[] {
  return [...routesTableau, ...routesStock, ...routesListes(lots), ...routesPersonne(cadre)];
}
