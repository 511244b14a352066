import type { CadreAction } from "#offre/catalogue";
import { idParam } from "#platform/http/params.ts";
import type { Route } from "#platform/http/route.ts";
import { lireHistoireDeLAction } from "../usecases/consulter-restitution.ts";
import { HistoireAction } from "./histoire-action.tsx";

export const ongletRestitutions = {
  key: "restitutions",
  label: "Restitutions",
  path: "/restitutions",
  droit: "restitution:lire",
} as const;

export function routesAction(cadre: CadreAction): readonly Route[] {
  return [
    {
      method: "GET",
      path: `/offre/actions/:id${ongletRestitutions.path}`,
      droit: ongletRestitutions.droit,
      async handler(request) {
        const histoire = await request.act(lireHistoireDeLAction, { actionId: idParam(request) });
        return cadre(request, {
          actionId: histoire.action.id,
          onglet: ongletRestitutions.key,
          titre: ongletRestitutions.label,
          corps: <HistoireAction histoire={histoire} href={request.href} />,
        });
      },
    },
  ];
}
