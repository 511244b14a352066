import type { Request } from "#platform/http/route.ts";
import type { IntegrationDite } from "../usecases/lire-integration.ts";
import { lieux } from "./lieux.ts";
import { PageListe, type PropsListe } from "./listes.tsx";
import { filFlux } from "./routes-flux.tsx";
import { nommerFlux } from "./textes.ts";

/** Lines of a page of a list. */
export const PAGE = 50;

type Liste = Omit<PropsListe, "titre"> & { readonly court: string; readonly titre: string };

/** A list of a run, under its breadcrumb. */
export function repondre(
  request: Request,
  integration: IntegrationDite,
  { court, ...liste }: Liste,
): Promise<Response> {
  return request.page({
    title: `${court}, ${nommerFlux(integration)}`,
    menu: "flux",
    breadcrumb: [
      filFlux(request),
      { label: nommerFlux(integration), href: request.href(lieux.une(integration.id)) },
      { label: court },
    ],
    body: <PageListe {...liste} />,
  });
}
