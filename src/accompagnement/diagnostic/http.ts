import type { CadreDeSection } from "#droits/dossier";
import type { Route } from "#platform/http/route.ts";
import { routesDiagnosticDans } from "./web/routes-diagnostic.tsx";

export { ongletDiagnostic } from "./web/cadre.ts";

/** The pages of the diagnosis are a section of the person's file. */
export function routesDiagnostic(cadre: CadreDeSection): readonly Route[] {
  return routesDiagnosticDans(cadre);
}
