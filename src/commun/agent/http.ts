import type { Route } from "#platform/http/route.ts";
import type { ChercherLieux } from "./web/lieux.ts";
import { routesAgents } from "./web/routes-agents.tsx";
import { routesConnexion } from "./web/routes-connexion.tsx";
import { routesMonCompte } from "./web/routes-mon-compte.tsx";

/** Signing in, one's own account, and the accounts of others. `lieux` gives what a perimeter is chosen from. */
export function routesAgent(lieux: ChercherLieux): readonly Route[] {
  return [...routesConnexion, ...routesMonCompte, ...routesAgents(lieux)];
}
