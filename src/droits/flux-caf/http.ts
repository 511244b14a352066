import type { Route } from "#platform/http/route.ts";
import { type PortsFlux, routesPagesFlux } from "./web/routes-flux.tsx";
import { routesListesFlux } from "./web/routes-listes.tsx";
import { routesRejets } from "./web/routes-rejets.tsx";
import { routesSignalements } from "./web/routes-signalements.tsx";

export { DernieresIntegrations } from "./web/dernieres-integrations.tsx";
export type { PortsFlux } from "./web/routes-flux.tsx";
export { deMois, nommerFlux } from "./web/textes.ts";

export function routesFluxCaf(ports: PortsFlux): readonly Route[] {
  return [
    ...routesPagesFlux(ports),
    ...routesListesFlux,
    ...routesSignalements,
    ...routesRejets(ports),
  ];
}
