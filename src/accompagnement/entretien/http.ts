import type { CadreDeSection } from "#droits/dossier";
import type { Route } from "#platform/http/route.ts";
import { routesCatalogue } from "./web/routes-catalogue.tsx";
import { routesEntretiens } from "./web/routes-entretiens.tsx";
import { type PortsFreins, routesFreins } from "./web/routes-freins.tsx";
import { routesProjet } from "./web/routes-projet.tsx";
import { routesSituation } from "./web/routes-situation.tsx";

export { apportEntretien } from "./web/apport.tsx";

/** What is known of one person is a section of her file; freins and themes have pages of their own. */
export function routesEntretien(cadre: CadreDeSection, ports: PortsFreins): readonly Route[] {
  return [
    ...routesFreins(ports),
    ...routesCatalogue,
    ...routesSituation(cadre),
    ...routesProjet(cadre),
    ...routesEntretiens(cadre),
  ];
}
