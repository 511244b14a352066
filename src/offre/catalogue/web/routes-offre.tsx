import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import { definirListeActions } from "../db/listes.ts";
import { consulterAction } from "../usecases/consulter-action.ts";
import { actesOffre } from "../usecases/consulter-offre.ts";
import { Cadre, enTeteDePage, lireEnTetes, ongletsDe } from "./cadre.tsx";
import { PageAction } from "./page-action.tsx";
import { PageFiche } from "./page-fiche.tsx";
import { PageOffre } from "./page-offre.tsx";
import type { PortsCatalogue } from "./ports.ts";
import { routesDeTenue } from "./routes-tenue.tsx";

const LIRE = "offre:lire";

/** `/offre/actions/nouvelle` and the list come before the page of one action. */
export function routesCatalogue(ports: PortsCatalogue): readonly Route[] {
  const actes = actesOffre(ports.prises);
  return [
    {
      method: "GET",
      path: "/offre",
      droit: LIRE,
      handler: async (request) => {
        const offre = await request.act(actes.consulterOffre, {
          territoireId: request.query.get("territoire") || null,
        });
        return request.page({
          title: "Offre d’insertion",
          menu: "offre",
          body: (
            <PageOffre
              offre={offre}
              liens={ports.liens.filter(({ droit }) => request.agent.droits.has(droit))}
              peutOuvrir={request.agent.droits.has("offre:tenir")}
              href={request.href}
            />
          ),
        });
      },
    },
    {
      method: "GET",
      path: "/offre/fiches/:code",
      droit: LIRE,
      handler: async (request) => {
        const consultee = await request.act(actes.consulterFiche, {
          code: request.params["code"] ?? "",
        });
        const { fiche } = consultee;
        return request.page({
          title: `${fiche.numero} · ${fiche.court}`,
          menu: "offre",
          breadcrumb: [
            { label: "Offre", href: request.href("/offre") },
            { label: `Fiche ${fiche.numero}` },
          ],
          body: (
            <PageFiche
              consultee={consultee}
              href={request.href}
              peutOuvrir={request.agent.droits.has("offre:tenir")}
            />
          ),
        });
      },
    },
    ...listRoutes({
      path: "/offre/actions",
      definition: definirListeActions(ports.prises),
      title: "Actions",
      droit: LIRE,
      droitExport: LIRE,
      menu: "offre",
      rowHref: ({ key }) => `/offre/actions/${key}`,
      emptyHint: "Ouvrez une action depuis l’offre.",
      cells: {
        prises: ({ values }) => (
          <Gauge
            label="Places occupées"
            value={Number(values["prises"] ?? 0)}
            max={Number(values["places"] ?? 0)}
          />
        ),
      },
    }),
    ...routesDeTenue,
    {
      method: "GET",
      path: "/offre/actions/:id",
      droit: LIRE,
      handler: (request) => action(request, ports),
    },
  ];
}

async function action(request: Request, { apports }: PortsCatalogue): Promise<Response> {
  const actionId = idParam(request);
  const consultee = await request.act(consulterAction, { actionId });
  const { href } = request;
  const cartes = [];
  for (const { cartes: lire } of apports) {
    if (lire) cartes.push(...(await lire(request, actionId)));
  }
  const entetes = await lireEnTetes(request, apports, actionId);
  const peutTenir = peut(request, consultee.action);
  return request.page({
    ...enTeteDePage(request, consultee.action, null),
    body: (
      <Cadre
        consultee={consultee}
        entetes={entetes}
        onglets={ongletsDe(request, apports, actionId)}
        onglet="action"
      >
        <PageAction consultee={consultee} cartes={cartes} peutTenir={peutTenir} href={href} />
      </Cadre>
    ),
  });
}

/** Who keeps the offer of this territory; the act checks again. */
function peut(
  { agent: { droits, portee } }: Request,
  { territoireId }: { readonly territoireId: number },
): boolean {
  const { territoires } = portee;
  return (
    droits.has("offre:tenir") && (territoires === "tous" || territoires.includes(territoireId))
  );
}
