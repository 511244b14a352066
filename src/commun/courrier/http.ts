import type { Route } from "#platform/http/route.ts";
import type { PortsCourrier } from "./web/ports.ts";
import { routesListeCourriers, routesUnCourrier } from "./web/routes-courriers.tsx";
import { routesLots } from "./web/routes-lots.tsx";
import { routesModeles } from "./web/routes-modeles.tsx";
import { routesPersonne } from "./web/routes-personne.tsx";

export type { PortsCourrier } from "./web/ports.ts";
export { lotDeCourriers } from "./web/routes-lots.tsx";

/** Named pages come before the page of one letter. */
export function routesCourrier(ports: PortsCourrier): readonly Route[] {
  return [
    ...routesListeCourriers(ports),
    ...routesModeles(ports),
    ...routesLots(ports),
    ...routesUnCourrier(ports),
    ...routesPersonne(ports),
  ];
}
