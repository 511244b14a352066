import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { formatCount, formatDate, parseDate } from "#platform/ui/format.ts";
import { creerTerritoire } from "../usecases/creer-territoire.ts";
import { listerTerritoires } from "../usecases/lister-territoires.ts";
import { modifierTerritoire } from "../usecases/modifier-territoire.ts";
import { rechercherCommune } from "../usecases/rechercher-commune.ts";
import { PageTerritoire } from "./page-territoire.tsx";
import { PageTerritoires } from "./page-territoires.tsx";

const GERER = "territoire:gerer";
const LISTE = "/territoires";

export const routesPagesTerritoire: readonly Route[] = [
  { method: "GET", path: LISTE, droit: "connecte", handler: (r) => liste(r, freshForm()) },
  { method: "POST", path: LISTE, droit: GERER, handler: creer },
  {
    method: "GET",
    path: `${LISTE}/:id`,
    droit: "connecte",
    handler: (r) => detail(r, freshForm()),
  },
  { method: "POST", path: `${LISTE}/:id/communes`, droit: GERER, handler: deplacer },
];

async function liste(request: Request, form: FormState): Promise<Response> {
  const recherche = request.query.get("commune")?.trim() ?? "";
  const donnees = await request.act(listerTerritoires, {});
  const trouvees =
    recherche.length < 2 ? null : await request.act(rechercherCommune, { texte: recherche });
  return request.page({
    title: "Territoires",
    status: form.status,
    menu: "territoires",
    body: (
      <PageTerritoires
        donnees={donnees}
        recherche={recherche}
        trouvees={trouvees}
        form={form}
        peutGerer={request.agent.droits.has(GERER)}
        href={request.href}
      />
    ),
  });
}

function creer(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const nom = form.text("nom");
      const { id } = await request.act(creerTerritoire, {
        nom,
        depuis: dateDe(form.text("depuis")),
      });
      return request.redirect(
        `${LISTE}/${id}`,
        `Le territoire « ${nom.trim()} » est créé. Donnez-lui des communes depuis les autres territoires.`,
      );
    },
    (state) => liste(request, state),
  );
}

async function detail(request: Request, form: FormState): Promise<Response> {
  const donnees = await request.act(listerTerritoires, {});
  const territoire = donnees.territoires.find(({ id }) => String(id) === request.params["id"]);
  if (!territoire) {
    throw new DomainError(
      "territoire.introuvable",
      "Ce territoire n’existe pas, ou pas encore. Revenez à la liste des territoires.",
    );
  }
  return request.page({
    title: territoire.nom,
    status: form.status,
    menu: "territoires",
    breadcrumb: [{ label: "Territoires", href: request.href(LISTE) }, { label: territoire.nom }],
    body: (
      <PageTerritoire
        territoire={territoire}
        autres={donnees.territoires.filter(({ id }) => id !== territoire.id)}
        form={form}
        aujourdhui={civilDay(request.deps.now())}
        peutGerer={request.agent.droits.has(GERER)}
        href={request.href}
      />
    ),
  });
}

function deplacer(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const depuis = dateDe(form.text("depuis"));
      const { nom, deplacees } = await request.act(modifierTerritoire, {
        territoireId: form.text("territoireId"),
        communes: [...form.all("communes")],
        depuis,
      });
      return request.redirect(
        `${LISTE}/${request.params["id"]}`,
        `${formatCount(deplacees, "commune rejoint", "communes rejoignent")} « ${nom} » le ${formatDate(depuis)}.`,
      );
    },
    (state) => detail(request, state),
  );
}

/** What was typed goes on to the act as it is when it is no date: the act refuses it. */
function dateDe(saisie: string): string {
  return parseDate(saisie) ?? saisie;
}
