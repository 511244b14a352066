import type { Route } from "#platform/http/route.ts";
import type { PortsEcheance } from "./web/ports.ts";
import { routesListeEcheances } from "./web/routes-echeances.tsx";

export { EcheancesAFaire } from "./web/a-faire.tsx";
export { CarteEcheances } from "./web/carte-personne.tsx";
export type { PortsEcheance } from "./web/ports.ts";

export function routesEcheance(ports: PortsEcheance): readonly Route[] {
  return routesListeEcheances(ports);
}
