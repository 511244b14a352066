import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { consulterDossier } from "../usecases/consulter-dossier.ts";
import { PageDossier, titreDossier } from "./page-dossier.tsx";

export const routesDossiers: readonly Route[] = [
  { method: "GET", path: "/dossiers/:id", droit: "dossier:lire", handler: dossier },
];

async function dossier(request: Request): Promise<Response> {
  const ouverte = placeParam(request, "declaration");
  const fiche = await request.act(consulterDossier, {
    dossierId: idParam(request),
    declarationId: ouverte,
  });
  const { href, agent } = request;
  return request.page({
    title: titreDossier(fiche),
    menu: "personnes",
    breadcrumb: [
      { label: "Personnes", href: href("/personnes") },
      { label: `Dossier n° ${fiche.dossier.numeroDemande}` },
    ],
    body: <PageDossier fiche={fiche} href={href} droits={agent.droits} ouverte={ouverte} />,
  });
}
