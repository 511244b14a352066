import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import type { Request, Route } from "#platform/http/route.ts";
import { listerPretsPourCommission } from "../usecases/prets-pour-commission.ts";
import { PageCommission } from "./page-commission.tsx";

export const routesCommission: readonly Route[] = [
  {
    method: "GET",
    path: "/parcours/commission",
    droit: "manquement:recevoir",
    handler: commission,
  },
];

async function commission(request: Request): Promise<Response> {
  const prets = await request.act(listerPretsPourCommission, {});
  const { vocabulaire } = chargerReferentiel(request.deps.base.departement.referentiel);
  const mots = valeurAu(vocabulaire, prets.le);
  return request.page({
    title: "Prêts pour la commission",
    menu: "portefeuille",
    body: (
      <PageCommission
        prets={prets}
        commission={`${mots.commission.charAt(0).toUpperCase()}${mots.commission.slice(1)}`}
        href={request.href}
      />
    ),
  });
}
