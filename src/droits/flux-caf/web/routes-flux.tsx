import { compterSuitesDeFlux } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { abandonnerIntegration } from "../usecases/abandonner-integration.ts";
import { lireIntegration } from "../usecases/lire-integration.ts";
import { listerIntegrations } from "../usecases/lister-integrations.ts";
import { lieux } from "./lieux.ts";
import { PageDepot } from "./page-depot.tsx";
import { PageIntegration } from "./page-integration.tsx";
import { PageIntegrations } from "./page-integrations.tsx";
import { nommerFlux, titrer } from "./textes.ts";

/** What the pages of the flows ask of the rest of the product: this module knows neither brands nor jobs. */
export interface PortsFlux {
  /** Examines the file, opens its run and has it written by another process; gives the run. */
  deposer(deps: Deps, agent: Agent, fichier: File): Promise<number>;
  /** Has an interrupted run taken up. */
  reprendre(deps: Deps, integrationId: number): Promise<void>;
  rejouer(
    deps: Deps,
    agent: Agent,
    correction: { readonly rejetId: number; readonly version: number; readonly texte: string },
  ): Promise<{ readonly dossierId: number; readonly avertissements: number }>;
}

const LIRE = "flux:lire";
const IMPORTER = "flux:importer";
/** Bytes of the largest file: that of the largest département is under a tenth of it. */
const FLUX = 4_000_000_000;

export const filFlux = (request: Request) => ({
  label: "Fichiers CAF et MSA",
  href: request.href(lieux.liste),
});

export function routesPagesFlux(ports: PortsFlux): readonly Route[] {
  return [
    { method: "GET", path: lieux.liste, droit: LIRE, handler: liste },
    { method: "GET", path: lieux.nouveau, droit: IMPORTER, handler: (r) => depot(r, freshForm()) },
    {
      method: "POST",
      path: lieux.nouveau,
      droit: IMPORTER,
      files: FLUX,
      handler: (r) => deposer(r, ports),
    },
    { method: "GET", path: "/flux/:id", droit: LIRE, handler: une },
    {
      method: "POST",
      path: "/flux/:id/reprendre",
      droit: IMPORTER,
      handler: (r) => reprendre(r, ports),
    },
    { method: "POST", path: "/flux/:id/abandonner", droit: IMPORTER, handler: abandonner },
  ];
}

async function liste(request: Request): Promise<Response> {
  const demandee = request.query.get("nature");
  const nature = demandee === "beneficiaires" || demandee === "instructions" ? demandee : null;
  const donnees = await request.act(listerIntegrations, {
    nature,
    apres: placeParam(request, "apres"),
  });
  return request.page({
    title: "Fichiers CAF et MSA",
    menu: "flux",
    body: (
      <PageIntegrations
        {...donnees}
        nature={nature}
        peutImporter={request.agent.droits.has(IMPORTER)}
        voitPersonnes={request.agent.droits.has("personne:lister")}
        href={request.href}
      />
    ),
  });
}

function depot(request: Request, form: FormState): Promise<Response> {
  return request.page({
    title: "Déposer un fichier",
    status: form.status,
    menu: "flux",
    breadcrumb: [filFlux(request), { label: "Déposer un fichier" }],
    body: (
      <PageDepot form={form} departement={request.deps.base.departement.nom} href={request.href} />
    ),
  });
}

function deposer(request: Request, ports: PortsFlux): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const fichier = form.file("fichier");
      if (!fichier) {
        throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
          champs: { fichier: "Choisissez le fichier à déposer." },
        });
      }
      const id = await ports.deposer(request.deps, request.agent, fichier);
      return request.redirect(lieux.une(id));
    },
    (state) => depot(request, surLeFichier(state)),
  );
}

/** A refusal of the file is told beside the field: it is the file that must be changed. */
function surLeFichier(state: FormState): FormState {
  const { "": refus, ...autres } = state.problems;
  return refus === undefined ? state : { ...state, problems: { ...autres, fichier: refus } };
}

async function une(request: Request): Promise<Response> {
  const integrationId = idParam(request);
  const donnees = await request.act(lireIntegration, { integrationId });
  const suites = await request.act(compterSuitesDeFlux, { integrationId });
  const { droits } = request.agent;
  return request.page({
    title: titrer(donnees.integration),
    menu: "flux",
    breadcrumb: [filFlux(request), { label: nommerFlux(donnees.integration) }],
    body: (
      <PageIntegration
        {...donnees}
        suites={suites}
        peutImporter={droits.has(IMPORTER)}
        voitPersonnes={droits.has("personne:lister")}
        href={request.href}
      />
    ),
  });
}

async function reprendre(request: Request, ports: PortsFlux): Promise<Response> {
  const integrationId = idParam(request);
  const { integration } = await request.act(lireIntegration, { integrationId });
  if (integration.depot === null || integration.etat !== "en-cours") {
    throw new DomainError(
      "flux.sans-depot",
      "Le fichier de cette intégration n’est plus ici. Déposez-le de nouveau : la lecture continuera où elle s’était arrêtée.",
    );
  }
  await ports.reprendre(request.deps, integrationId);
  return request.redirect(
    lieux.une(integrationId),
    "L’intégration va reprendre où elle s’était arrêtée.",
  );
}

async function abandonner(request: Request): Promise<Response> {
  const integrationId = idParam(request);
  await request.act(abandonnerIntegration, { integrationId });
  return request.redirect(
    lieux.une(integrationId),
    "L’intégration est abandonnée. Ce qu’elle avait écrit reste ; un autre fichier peut être déposé.",
  );
}
