import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { formatDate, parseDate } from "#platform/ui/format.ts";
import { adopterMatrice } from "../../usecases/matrice-adopter.ts";
import {
  abandonnerMatrice,
  enregistrerMatrice,
  ouvrirBrouillonMatrice,
} from "../../usecases/matrice-brouillon.ts";
import { consulterMatrice } from "../../usecases/matrice-consulter.ts";
import { simulerMatrice } from "../../usecases/matrice-simuler.ts";
import { fil, lireBrouillon, UN } from "./cadre-routes.ts";
import { gesteRegle } from "./gestes-regles.ts";
import { lireMatrice } from "./lire-formulaire.ts";
import { PageBrouillon } from "./page-brouillon.tsx";
import { CHEMIN, PageAdoption, PageMatrice } from "./page-matrice.tsx";
import { PageSimulation } from "./page-simulation.tsx";
import { routesRegle } from "./routes-regle.tsx";

const lire = "matrice:lire";
const editer = "matrice:editer";

export const routesMatrice: readonly Route[] = [
  { method: "GET", path: CHEMIN, droit: lire, handler: enVigueur },
  { method: "POST", path: `${CHEMIN}/brouillons`, droit: editer, handler: ouvrir },
  { method: "GET", path: UN, droit: editer, handler: (request) => brouillon(request, freshForm()) },
  {
    method: "POST",
    path: UN,
    droit: editer,
    handler: (request) =>
      submitForm(
        request,
        (form) => enregistrer(request, form),
        (etat) => brouillon(request, etat),
      ),
  },
  { method: "GET", path: `${UN}/simulation`, droit: lire, handler: simulation },
  {
    method: "GET",
    path: `${UN}/adoption`,
    droit: editer,
    handler: (request) => adoption(request, freshForm()),
  },
  {
    method: "POST",
    path: `${UN}/adoption`,
    droit: editer,
    handler: (request) =>
      submitForm(
        request,
        (form) => adopter(request, form),
        (etat) => adoption(request, etat),
      ),
  },
  { method: "POST", path: `${UN}/abandon`, droit: editer, handler: abandonner },
  ...routesRegle,
];

const menu = "orientation";

async function enVigueur(request: Request): Promise<Response> {
  const consultee = await request.act(consulterMatrice, { brouillonId: null });
  return request.page({
    title: "Matrice d’orientation",
    menu,
    breadcrumb: [
      { label: "Orientation", href: request.href("/orientation") },
      { label: "Matrice d’orientation" },
    ],
    body: (
      <PageMatrice
        consultee={consultee}
        href={request.href}
        editer={request.agent.droits.has(editer)}
      />
    ),
  });
}

async function ouvrir(request: Request): Promise<Response> {
  const { brouillonId } = await request.act(ouvrirBrouillonMatrice, {});
  return request.redirect(`${CHEMIN}/brouillons/${brouillonId}`);
}

async function brouillon(request: Request, etat: FormState): Promise<Response> {
  const lu = await lireBrouillon(request);
  return request.page({
    title: `Brouillon de ${lu.brouillon.auteurNom}`,
    status: etat.status,
    menu,
    wide: true,
    breadcrumb: fil(request, { label: "Brouillon" }),
    body: <PageBrouillon {...lu} etat={etat} href={request.href} />,
  });
}

/** Moving or taking away a rule only shows the form again, with all that was typed. */
async function enregistrer(request: Request, form: FormValues): Promise<Response> {
  const { brouillon: un } = await lireBrouillon(request);
  const saisies = form.record();
  const deplacees = gesteRegle(un.contenu, saisies, form.text("geste"));
  if (deplacees !== null) return brouillon(request, freshForm(deplacees));
  const { brouillonId } = await request.act(enregistrerMatrice, {
    brouillonId: un.id,
    version: form.text("version"),
    contenu: lireMatrice(un.contenu, (nom) => saisies[nom]),
  });
  return request.redirect(
    `${CHEMIN}/brouillons/${brouillonId}${suiteDe(form.text("suite"))}`,
    "Le brouillon est enregistré.",
  );
}

/** Where to go once the draft is saved: its simulation, one of its rules, a new one. */
function suiteDe(suite: string): string {
  if (suite === "simulation") return "/simulation";
  const regle = /^(code|moment)=(.+)$/u.exec(suite);
  return regle === null
    ? ""
    : `/regle?${new URLSearchParams({ [regle[1] ?? ""]: regle[2] ?? "" })}`;
}

async function simulation(request: Request): Promise<Response> {
  const simulee = await request.act(simulerMatrice, { brouillonId: idParam(request) });
  const { query, href, agent } = request;
  const ici = `${CHEMIN}/brouillons/${simulee.brouillon.id}`;
  const regard = {
    de: query.get("de"),
    vers: query.get("vers"),
    page: placeParam(request, "page") ?? 1,
  };
  return request.page({
    title: "Simulation d’un brouillon de matrice",
    menu,
    breadcrumb: fil(request, { label: "Brouillon", href: href(ici) }, { label: "Simulation" }),
    body: (
      <PageSimulation
        simulee={simulee}
        regard={regard}
        href={href}
        editer={agent.droits.has(editer)}
      />
    ),
  });
}

async function adoption(request: Request, etat: FormState): Promise<Response> {
  const lu = await lireBrouillon(request);
  const ici = `${CHEMIN}/brouillons/${lu.brouillon.id}`;
  return request.page({
    title: "Adopter une matrice",
    status: etat.status,
    menu,
    breadcrumb: fil(
      request,
      { label: "Brouillon", href: request.href(ici) },
      { label: "Adoption" },
    ),
    body: <PageAdoption {...lu} etat={etat} href={request.href} />,
  });
}

async function adopter(request: Request, form: FormValues): Promise<Response> {
  const { version, depuis } = await request.act(adopterMatrice, {
    brouillonId: idParam(request),
    version: form.text("version"),
    remplace: form.text("remplace"),
    depuis: parseDate(form.text("depuis")) ?? form.text("depuis"),
    motif: form.text("motif"),
  });
  return request.redirect(
    CHEMIN,
    `La matrice ${version} est adoptée : elle s’applique à partir du ${formatDate(depuis)}.`,
  );
}

async function abandonner(request: Request): Promise<Response> {
  const form = await request.form();
  await request.act(abandonnerMatrice, {
    brouillonId: idParam(request),
    version: form.text("version"),
  });
  return request.redirect(CHEMIN, "Le brouillon est abandonné.");
}
