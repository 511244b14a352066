import type { Route } from "#platform/http/route.ts";
import type { PortsStructure } from "./web/ports.ts";
import { routesDesDeparts } from "./web/routes-departs.tsx";
import { routesDesReferents } from "./web/routes-referents.tsx";
import { routesDesStructures } from "./web/routes-structures.tsx";
import { routesDeTenue } from "./web/routes-tenue.tsx";

export type { PortsStructure } from "./web/ports.ts";

/** `/structures/nouvelle` comes before the page of one structure. */
export function routesStructure(ports: PortsStructure): readonly Route[] {
  return [
    ...routesDeTenue(ports),
    ...routesDesStructures(ports),
    ...routesDesReferents(ports),
    ...routesDesDeparts(ports),
  ];
}
