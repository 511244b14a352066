import type { CadreAction } from "#offre/catalogue";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { arreterAnnee } from "../usecases/arreter-annee.ts";
import { lireHistoireDeLAction } from "../usecases/consulter-restitution.ts";
import { HistoireAction } from "./histoire-action.tsx";

export const ongletRestitutions = {
  key: "restitutions",
  label: "Restitutions",
  path: "/restitutions",
  droit: "restitution:lire",
} as const;

const ICI = `/offre/actions/:id${ongletRestitutions.path}`;

export function routesAction(cadre: CadreAction): readonly Route[] {
  return [
    {
      method: "GET",
      path: ICI,
      droit: ongletRestitutions.droit,
      handler: (request) => histoireDe(request, cadre, freshForm()),
    },
    {
      method: "POST",
      path: `${ICI}/arreter`,
      droit: "restitution:recevoir",
      handler: (request) => arreter(request, cadre),
    },
  ];
}

async function histoireDe(
  request: Request,
  cadre: CadreAction,
  etat: FormState,
): Promise<Response> {
  const histoire = await request.act(lireHistoireDeLAction, { actionId: idParam(request) });
  return cadre(request, {
    actionId: histoire.action.id,
    onglet: ongletRestitutions.key,
    titre: ongletRestitutions.label,
    status: etat.status,
    corps: (
      <HistoireAction
        histoire={histoire}
        etat={etat}
        href={request.href}
        droits={request.agent.droits}
      />
    ),
  });
}

function arreter(request: Request, cadre: CadreAction): Promise<Response> {
  const actionId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      const annee = form.text("annee");
      await request.act(arreterAnnee, { actionId, annee });
      return request.redirect(
        `/offre/actions/${actionId}${ongletRestitutions.path}`,
        `L’année ${annee} est arrêtée : une rectification reste possible, elle sera signalée.`,
      );
    },
    (etat) => histoireDe(request, cadre, etat),
  );
}
