import type { Route } from "#platform/http/route.ts";
import { routesConnexion } from "./web/routes-connexion.tsx";

export const routesAgent: readonly Route[] = [...routesConnexion];
