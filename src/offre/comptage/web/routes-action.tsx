import type { Request, Route } from "#platform/http/route.ts";
import { dernierJour, premierJour } from "../domain/mois.ts";
import { chiffresAction } from "../usecases/lire-chiffres-action.ts";
import { anneeDemandee } from "./demandes.ts";
import { PageChiffres } from "./page-chiffres.tsx";
import { PageStocks } from "./page-stocks.tsx";
import type { PortsComptage } from "./ports.ts";

export function routesDAction(ports: PortsComptage): readonly Route[] {
  const lire = chiffresAction(ports.nonTransmis);
  return [
    {
      method: "GET",
      path: "/offre/actions/:id/chiffres",
      droit: "offre:lire",
      handler: (request) => chiffres(request, ports, lire),
    },
  ];
}

async function chiffres(
  request: Request,
  ports: PortsComptage,
  lire: ReturnType<typeof chiffresAction>,
): Promise<Response> {
  const actionId = Number(request.params["id"]);
  const lus = await request.act(lire, { actionId, ...anneeDemandee(request) });
  if (!lus.ouvrable) {
    return ports.cadre(request, {
      actionId,
      onglet: "chiffres",
      titre: "Chiffres",
      corps: <PageStocks lus={lus} href={request.href} />,
    });
  }
  const { finis } = lus;
  const [prescriptions = null] = finis
    ? await ports.prescriptions(request, {
        actions: [actionId],
        du: premierJour(finis.du),
        au: dernierJour(finis.au),
      })
    : [];
  return ports.cadre(request, {
    actionId,
    onglet: "chiffres",
    titre: "Chiffres",
    corps: <PageChiffres lus={lus} prescriptions={prescriptions} href={request.href} />,
  });
}
