import type { Route } from "#platform/http/route.ts";
import type { PortsComptage } from "./web/ports.ts";
import { routesDAction } from "./web/routes-action.tsx";
import { routesFileActive } from "./web/routes-file-active.tsx";
import { routesParcoursOffre } from "./web/routes-parcours.tsx";
import { routesVues } from "./web/routes-vues.tsx";

export { carteParcours } from "./web/parcours-personne.tsx";
export type { PortsComptage, PrescriptionsDAction } from "./web/ports.ts";

export function routesComptage(ports: PortsComptage): readonly Route[] {
  return [
    ...routesDAction(ports),
    ...routesFileActive(ports),
    ...routesParcoursOffre,
    ...routesVues,
  ];
}

/** The tab « Chiffres » of an action. */
export const chiffresDAction = {
  onglets: [{ key: "chiffres", label: "Chiffres", path: "/chiffres", droit: "offre:lire" }],
};
