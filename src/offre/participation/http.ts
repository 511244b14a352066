import type { CadreAction } from "#offre/catalogue";
import type { Route } from "#platform/http/route.ts";
import { routesListes } from "./web/routes-listes.tsx";
import { routesParticipants, routesUnSejour } from "./web/routes-sejours.tsx";

export { apportParticipation, participantsDAction } from "./web/apport.tsx";

/** Stays have a list, a page each, and a section of each action. */
export function routesParticipation(cadre: CadreAction): readonly Route[] {
  return [...routesListes, ...routesParticipants(cadre), ...routesUnSejour];
}
