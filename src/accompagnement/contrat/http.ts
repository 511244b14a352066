import type { Route } from "#platform/http/route.ts";
import type { CadrePersonne } from "./web/cadre.ts";
import { routesPersonne } from "./web/routes-personne.tsx";

export { apportContrat } from "./web/apport.tsx";

/** The contract of one person is a section of her file. */
export function routesContrat(cadre: CadrePersonne): readonly Route[] {
  return [...routesPersonne(cadre)];
}
