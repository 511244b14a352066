import type { CadreAction } from "#offre/catalogue";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { consulterPrescriptionsDAction } from "../usecases/consulter-action.ts";
import { droitLire, ongletPrescriptions } from "./cadre.ts";
import { PagePrescriptionsDAction } from "./page-action.tsx";

export function routesAction(cadre: CadreAction): readonly Route[] {
  return [
    {
      method: "GET",
      path: `/offre/actions/:id${ongletPrescriptions.path}`,
      droit: droitLire,
      handler: (request) => section(request, cadre),
    },
  ];
}

async function section(request: Request, cadre: CadreAction): Promise<Response> {
  const consultees = await request.act(consulterPrescriptionsDAction, {
    actionId: idParam(request),
  });
  return cadre(request, {
    actionId: consultees.actionId,
    onglet: ongletPrescriptions.key,
    titre: ongletPrescriptions.label,
    large: true,
    corps: <PagePrescriptionsDAction consultees={consultees} href={request.href} />,
  });
}
