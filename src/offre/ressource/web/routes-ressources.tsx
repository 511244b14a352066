import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { formRoutes } from "#platform/http/form-routes.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { parseDate } from "#platform/ui/format.ts";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import { listeRessources } from "../db/listes.ts";
import { chercherRessources, consulterRessource, lireFiches } from "../usecases/lire-ressources.ts";
import {
  creerRessource,
  modifierRessource,
  retablirRessource,
  retirerRessource,
  verifierRessource,
} from "../usecases/tenir-ressources.ts";
import { PageFormulaire } from "./formulaire.tsx";
import { PageFiche } from "./page-fiche.tsx";
import { type Criteres, PageRecherche } from "./page-recherche.tsx";
import { PageRessource } from "./page-ressource.tsx";
import { saisie, valeursDe } from "./saisie.ts";

const menu = "offre";
const lire = "offre:lire";
const tenir = "ressource:tenir";
const ici = "/ressources/:id";

function fil({ href }: Request, label: string | null) {
  return [
    { label: "Offre", href: href("/offre") },
    label === null ? { label: "Ressources" } : { label: "Ressources", href: href("/ressources") },
    ...(label === null ? [] : [{ label }]),
  ];
}

function criteresDe({ query }: Request): Criteres {
  const dit = (nom: string) => (query.get(nom) ?? "").slice(0, 100);
  const jour = dit("jour");
  return {
    theme: dit("theme"),
    commune: dit("commune"),
    public: dit("public"),
    jour: parseDate(jour) === null ? "" : jour,
    q: dit("q"),
  };
}

async function rechercher(request: Request): Promise<Response> {
  const { deps, agent } = request;
  const criteres = criteresDe(request);
  const trouvees = await request.act(chercherRessources, {
    ...criteres,
    jour: parseDate(criteres.jour),
  });
  const { entretien } = chargerReferentiel(deps.base.departement.referentiel);
  return request.page({
    title: "Annuaire des ressources",
    menu,
    breadcrumb: fil(request, null),
    body: (
      <PageRecherche
        trouvees={trouvees}
        criteres={criteres}
        freins={valeurAu(entretien.naturesFrein, civilDay(deps.now()))}
        href={request.href}
        tient={agent.droits.has(tenir)}
      />
    ),
  });
}

async function montrer(request: Request, etat: FormState): Promise<Response> {
  const consultee = await request.act(consulterRessource, { ressourceId: idParam(request) });
  return request.page({
    title: consultee.ressource.nom,
    menu,
    status: etat.status,
    breadcrumb: fil(request, consultee.ressource.nom),
    body: (
      <PageRessource
        consultee={consultee}
        etat={etat}
        href={request.href}
        tient={request.agent.droits.has(tenir)}
      />
    ),
  });
}

function nouvelle(request: Request, refuse: FormState | null): Promise<Response> {
  const etat = refuse ?? freshForm();
  return request.page({
    title: "Ajouter une ressource",
    menu,
    status: etat.status,
    breadcrumb: fil(request, "Ajouter"),
    body: <PageFormulaire ressource={null} etat={etat} href={request.href} />,
  });
}

async function modifier(request: Request, etat: FormState | null): Promise<Response> {
  const { ressource } = await request.act(consulterRessource, { ressourceId: idParam(request) });
  const montre = etat ?? freshForm(valeursDe(ressource));
  return request.page({
    title: `Modifier : ${ressource.nom}`,
    menu,
    status: montre.status,
    breadcrumb: fil(request, ressource.nom),
    body: <PageFormulaire ressource={ressource} etat={montre} href={request.href} />,
  });
}

/** Nothing ticked: back to the search. */
async function fiche(request: Request): Promise<Response> {
  const ids = request.query.getAll("ids").filter((id) => /^[1-9]\d{0,8}$/u.test(id));
  if (ids.length === 0) {
    return request.redirect("/ressources", "Cochez au moins une ressource, puis recommencez.");
  }
  const { ressources } = await request.act(lireFiches, { ids });
  return request.page({
    title: "Adresses utiles",
    menu,
    breadcrumb: fil(request, "Feuille à remettre"),
    body: <PageFiche ressources={ressources} />,
  });
}

function acte(
  fin: string,
  message: string,
  faire: (request: Request, ressourceId: number, form: FormValues) => Promise<unknown>,
): Route {
  return {
    method: "POST",
    path: `${ici}/${fin}`,
    droit: tenir,
    handler: (request) =>
      submitForm(
        request,
        async (form) => {
          const ressourceId = idParam(request);
          await faire(request, ressourceId, form);
          return request.redirect(`/ressources/${ressourceId}`, message);
        },
        (etat) => montrer(request, etat),
      ),
  };
}

export const routesRessources: readonly Route[] = [
  { method: "GET", path: "/ressources", droit: lire, handler: rechercher },
  ...listRoutes({
    path: "/ressources/liste",
    definition: listeRessources,
    title: "Annuaire des ressources",
    droit: lire,
    droitExport: lire,
    menu,
    rowHref: ({ key }) => `/ressources/${key}`,
    emptyHint: "Ajoutez une ressource, ou recevez un annuaire.",
  }),
  { method: "GET", path: "/ressources/fiche", droit: lire, handler: fiche },
  ...formRoutes({
    path: "/ressources/nouvelle",
    droit: tenir,
    show: nouvelle,
    async send(request, form) {
      const id = await request.act(creerRessource, saisie(form));
      return request.redirect(`/ressources/${id}`, "La ressource est dans l’annuaire.");
    },
  }),
  { method: "GET", path: ici, droit: lire, handler: (request) => montrer(request, freshForm()) },
  ...formRoutes({
    path: `${ici}/modifier`,
    droit: tenir,
    show: modifier,
    async send(request, form) {
      const ressourceId = idParam(request);
      const version = form.text("version");
      await request.act(modifierRessource, { ...saisie(form), ressourceId, version });
      return request.redirect(`/ressources/${ressourceId}`, "La ressource est modifiée.");
    },
  }),
  acte("verifier", "La ressource est vérifiée d’aujourd’hui.", (request, ressourceId) =>
    request.act(verifierRessource, { ressourceId }),
  ),
  acte("retablir", "La ressource est de nouveau dans l’annuaire.", (request, ressourceId) =>
    request.act(retablirRessource, { ressourceId }),
  ),
  acte("retirer", "La ressource est retirée de l’annuaire.", (request, ressourceId, form) =>
    request.act(retirerRessource, {
      ressourceId,
      version: form.text("version"),
      motif: form.text("motif"),
    }),
  ),
];
