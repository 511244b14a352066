import type { Route } from "#platform/http/route.ts";
import { routesListe } from "./web/routes-liste.tsx";
import { routesPersonnes } from "./web/routes-personnes.tsx";
import { routesRecherche } from "./web/routes-recherche.tsx";

/** The list comes before the page of one person: `/personnes/export.csv` is not a person. */
export const routesDossier: readonly Route[] = [...routesListe, ...routesRecherche, ...routesPersonnes];
