import type { Route } from "#platform/http/route.ts";
import { routesCarte } from "./web/routes-carte.tsx";
import { routesPagesTerritoire } from "./web/routes-territoires.tsx";

/** `/territoires/carte` comes before the page of one territory. */
export const routesTerritoire: readonly Route[] = [...routesCarte, ...routesPagesTerritoire];
