import type { Request, Route } from "#platform/http/route.ts";
import { type Vue, vues } from "../domain/jours.ts";
import { lireAgenda, lireJour } from "../usecases/lire-agenda.ts";
import { PageAgenda } from "./page-agenda.tsx";
import { PageAccueil, PageFeuille } from "./page-jour.tsx";
import { jourDe, nombre } from "./saisie.ts";

const droit = "agenda:lire";
const menu = "agenda";

function vueDe({ query }: Request): Vue {
  return vues.find((vue) => vue === query.get("vue")) ?? "semaine";
}

async function agenda(request: Request): Promise<Response> {
  const lu = await request.act(lireAgenda, {
    structureId: nombre(request, "structure"),
    referentId: nombre(request, "referent"),
    vue: vueDe(request),
    jour: jourDe(request),
  });
  return request.page({
    title: "Agenda",
    menu,
    wide: true,
    body: <PageAgenda agenda={lu} href={request.href} droits={request.agent.droits} />,
  });
}

const duJour = (request: Request, jour: string | null) =>
  request.act(lireJour, {
    structureId: nombre(request, "structure"),
    referentId: nombre(request, "referent"),
    jour,
  });

const fil = (request: Request, label: string) => [
  { label: "Agenda", href: request.href("/agenda") },
  { label },
];

/** The agenda, the sheet of a day, and the waiting room. */
export const routesAgendaLu: readonly Route[] = [
  { method: "GET", path: "/agenda", droit, handler: agenda },
  {
    method: "GET",
    path: "/agenda/jour",
    droit,
    async handler(request) {
      const lu = await duJour(request, jourDe(request));
      return request.page({
        title: "Feuille du jour",
        menu,
        breadcrumb: fil(request, "Feuille du jour"),
        body: <PageFeuille agenda={lu} href={request.href} droits={request.agent.droits} />,
      });
    },
  },
  {
    method: "GET",
    path: "/agenda/accueil",
    droit,
    async handler(request) {
      const lu = await duJour(request, null);
      return request.page({
        title: "Salle d’attente",
        menu,
        breadcrumb: fil(request, "Salle d’attente"),
        body: <PageAccueil agenda={lu} href={request.href} droits={request.agent.droits} />,
      });
    },
  },
];

export { fil };
