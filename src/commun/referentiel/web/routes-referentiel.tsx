import { civilDay } from "#platform/clock/civil-day.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { themeCss } from "#platform/ui/theme.ts";
import { versionAu } from "../domain/parametre-date.ts";
import { chargerReferentiel } from "../usecases/charger-referentiel.ts";
import { PageReferentiel } from "./page-referentiel.tsx";

export const routesPagesReferentiel: readonly Route[] = [
  { method: "GET", path: "/referentiel", droit: "connecte", handler: referentiel },
  { method: "GET", path: "/theme.css", droit: "public", handler: theme },
];

function referentiel(request: Request): Promise<Response> {
  const { base, now } = request.deps;
  const charge = chargerReferentiel(base.departement.referentiel);
  return request.page({
    title: `Référentiel ${charge.titre}`,
    menu: "referentiel",
    body: <PageReferentiel referentiel={charge} aujourdhui={civilDay(now())} />,
  });
}

/** The département's two colours, for the frame of every page. */
function theme({ deps: { base, now } }: Request): Promise<Response> {
  const { couleurs } = chargerReferentiel(base.departement.referentiel);
  const { principale, secondaire } = (versionAu(couleurs, civilDay(now())) ?? couleurs[0]).valeur;
  const css = themeCss({ primary: principale, secondary: secondaire });
  return Promise.resolve(
    new Response(css, {
      headers: { "content-type": "text/css; charset=utf-8", "cache-control": "max-age=3600" },
    }),
  );
}
