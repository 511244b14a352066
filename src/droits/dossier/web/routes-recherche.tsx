import { civilDay } from "#platform/clock/civil-day.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { ressembleAUnNir } from "../domain/lire-recherche.ts";
import { rechercher } from "../usecases/rechercher.ts";
import { PageRecherche, titreRecherche } from "./page-recherche.tsx";

const droit = "personne:lister";

export const routesRecherche: readonly Route[] = [
  {
    method: "GET",
    path: "/recherche",
    droit,
    handler: (request) => chercher(request, request.query.get("q") ?? ""),
  },
  { method: "POST", path: "/recherche", droit, handler: envoyee },
];

/** A NIR is searched in the answer itself; anything else gets an address that can be kept. */
async function envoyee(request: Request): Promise<Response> {
  const q = (await request.form()).text("q").trim();
  if (ressembleAUnNir(q)) return chercher(request, q);
  return request.redirect(`/recherche?${new URLSearchParams({ q })}`);
}

async function chercher(request: Request, q: string): Promise<Response> {
  const resultats = await request.act(rechercher, { q });
  const [seule] = resultats.trouvees;
  const sure = resultats.genre === "nir" || resultats.genre === "numero";
  if (
    seule &&
    resultats.trouvees.length === 1 &&
    sure &&
    request.agent.droits.has("personne:lire")
  ) {
    return request.redirect(`/personnes/${seule.id}`);
  }
  const montree = ressembleAUnNir(q) ? "" : q;
  return request.page({
    title: titreRecherche(montree, resultats),
    menu: "personnes",
    body: (
      <PageRecherche
        q={montree}
        resultats={resultats}
        href={request.href}
        le={civilDay(request.deps.now())}
      />
    ),
  });
}
