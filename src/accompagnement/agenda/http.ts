import type { Route } from "#platform/http/route.ts";
import type { PortsAgenda } from "./web/ports.ts";
import { routesAgendaLu } from "./web/routes-agenda.tsx";
import { routesCalendriers } from "./web/routes-calendriers.tsx";
import { routesLot } from "./web/routes-lot.tsx";
import { routesPersonne } from "./web/routes-personne.tsx";
import { routesPrendre } from "./web/routes-prendre.tsx";
import { routesReglages } from "./web/routes-reglages.tsx";
import { routesRendezVous } from "./web/routes-rendez-vous.tsx";

export { apportAgenda } from "./web/apport.tsx";
export { AgendaDuJour } from "./web/carte-du-jour.tsx";
export type { PortsAgenda } from "./web/ports.ts";
export { lotDeRendezVous } from "./web/routes-lot.tsx";

export function routesAgenda(ports: PortsAgenda): readonly Route[] {
  return [
    ...routesAgendaLu,
    ...routesPrendre(ports),
    ...routesRendezVous(ports),
    ...routesLot(ports),
    ...routesReglages,
    ...routesCalendriers,
    ...routesPersonne(ports),
  ];
}
