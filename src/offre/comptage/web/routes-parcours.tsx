import type { Request, Route } from "#platform/http/route.ts";
import { lireCarteParcours } from "../usecases/lire-carte.ts";
import { identifiantDemande } from "./demandes.ts";
import { PageParcours } from "./page-parcours.tsx";

export const routesParcoursOffre: readonly Route[] = [
  { method: "GET", path: "/offre/parcours", droit: "offre:lire", handler: parcours },
];

async function parcours(request: Request): Promise<Response> {
  const territoireId = identifiantDemande(request, "territoire");
  const carte = await request.act(
    lireCarteParcours,
    territoireId === undefined ? {} : { territoireId },
  );
  return request.page({
    title: "Le parcours",
    menu: "offre",
    breadcrumb: [{ label: "Offre", href: request.href("/offre") }, { label: "Le parcours" }],
    body: (
      <PageParcours
        carte={carte}
        href={request.href}
        voitLesFiles={request.agent.droits.has("participation:lire")}
      />
    ),
  });
}
