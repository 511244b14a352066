import type { Route } from "#platform/http/route.ts";
import type { PortsDossier } from "./web/ports.ts";
import { routesContacts } from "./web/routes-contacts.tsx";
import { routesDossiers } from "./web/routes-dossiers.tsx";
import { routesDoublons } from "./web/routes-doublons.tsx";
import { routesListe } from "./web/routes-liste.tsx";
import { routesPersonnes } from "./web/routes-personnes.tsx";
import { routesRecherche } from "./web/routes-recherche.tsx";

export { nomComplet } from "./web/mots.tsx";
export type { ApportPersonne, PortsDossier } from "./web/ports.ts";
export { cellulesPersonnes } from "./web/routes-liste.tsx";
export { cadreDeSection } from "./web/routes-personnes.tsx";

/** The list comes before the page of one person: `/personnes/export.csv` is not a person. */
export function routesDossier({ personne, lots }: PortsDossier): readonly Route[] {
  return [
    ...routesListe(lots),
    ...routesRecherche,
    ...routesPersonnes(personne),
    ...routesContacts,
    ...routesDossiers,
    ...routesDoublons,
  ];
}
