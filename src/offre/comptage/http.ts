import type { Route } from "#platform/http/route.ts";
import type { PortsComptage } from "./web/ports.ts";
import { routesDAction } from "./web/routes-action.tsx";

export type { PortsComptage, PrescriptionsDAction } from "./web/ports.ts";

export function routesComptage(ports: PortsComptage): readonly Route[] {
  return [...routesDAction(ports)];
}

/** The tab « Chiffres » of an action. */
export const chiffresDAction = {
  onglets: [{ key: "chiffres", label: "Chiffres", path: "/chiffres", droit: "offre:lire" }],
};
