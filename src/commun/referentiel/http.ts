import type { Route } from "#platform/http/route.ts";
import { routesPagesReferentiel } from "./web/routes-referentiel.tsx";

export const routesReferentiel: readonly Route[] = routesPagesReferentiel;
