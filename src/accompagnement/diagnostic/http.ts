import type { Route } from "#platform/http/route.ts";
import type { CadrePersonne } from "./web/cadre.ts";
import { routesDiagnosticDans } from "./web/routes-diagnostic.tsx";

export { ongletDiagnostic } from "./web/cadre.ts";

/** The pages of the diagnosis are a section of the person's file. */
export function routesDiagnostic(cadre: CadrePersonne): readonly Route[] {
  return routesDiagnosticDans(cadre);
}
