import type { Route } from "#platform/http/route.ts";
import { routesPagesTerritoire } from "./web/routes-territoires.tsx";

export const routesTerritoire: readonly Route[] = routesPagesTerritoire;
