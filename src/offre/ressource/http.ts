import type { Route } from "#platform/http/route.ts";
import { routesEchange } from "./web/routes-echange.tsx";
import { routesRessources as routesAnnuaire } from "./web/routes-ressources.tsx";

/** The file of exchange comes before the page of one resource: `/ressources/echange` is not one. */
export const routesRessources: readonly Route[] = [...routesEchange, ...routesAnnuaire];
