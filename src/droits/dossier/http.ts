import type { Route } from "#platform/http/route.ts";
import { routesContacts } from "./web/routes-contacts.tsx";
import { routesDossiers } from "./web/routes-dossiers.tsx";
import { routesDoublons } from "./web/routes-doublons.tsx";
import { routesListe } from "./web/routes-liste.tsx";
import { routesPersonnes } from "./web/routes-personnes.tsx";
import { routesRecherche } from "./web/routes-recherche.tsx";

/** The list comes before the page of one person: `/personnes/export.csv` is not a person. */
export const routesDossier: readonly Route[] = [
  ...routesListe,
  ...routesRecherche,
  ...routesPersonnes,
  ...routesContacts,
  ...routesDossiers,
  ...routesDoublons,
];
