import { type FormState, submitForm } from "#platform/http/form.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { GERER } from "./contexte.ts";
import type { PortsStructure } from "./ports.ts";

type Page = (request: Request, ports: PortsStructure, state: FormState | null) => Promise<Response>;
type Envoi = (request: Request, form: FormValues) => Promise<Response>;

/** The two routes of one form of the network: shown, then sent, and shown again when it is refused. */
export function routesDuFormulaire(ports: PortsStructure) {
  return (path: string, page: Page, envoi: Envoi): readonly Route[] => [
    { method: "GET", path, droit: GERER, handler: (request) => page(request, ports, null) },
    {
      method: "POST",
      path,
      droit: GERER,
      handler: (request) =>
        submitForm(
          request,
          (form) => envoi(request, form),
          (state) => page(request, ports, state),
        ),
    },
  ];
}
