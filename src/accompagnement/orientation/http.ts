import type { CadreDeSection } from "#droits/dossier";
import type { Route } from "#platform/http/route.ts";
import { routesMatrice } from "./web/matrice/routes-matrice.tsx";
import { routesCapacite } from "./web/routes-capacite.tsx";
import { routesFile } from "./web/routes-file.tsx";
import { routesHub } from "./web/routes-hub.tsx";
import { routesListes } from "./web/routes-listes.tsx";
import { routesPersonne } from "./web/routes-personne.tsx";
import { routesReorientation } from "./web/routes-reorientation.tsx";

export { apportOrientation } from "./web/apport.tsx";
export { tachesOrientation } from "./web/routes-hub.tsx";

/** The orientation of one person is a section of her file. Lists come before the page of one of their lines. */
export function routesOrientation(cadre: CadreDeSection): readonly Route[] {
  return [
    ...routesHub,
    ...routesFile,
    ...routesListes,
    ...routesReorientation,
    ...routesPersonne(cadre),
    ...routesMatrice,
    ...routesCapacite,
  ];
}
