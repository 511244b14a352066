import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { formatCount } from "#platform/ui/format.ts";
import { lireIntegration } from "../usecases/lire-integration.ts";
import { lireRejet } from "../usecases/lire-rejet.ts";
import { listerRejets } from "../usecases/lister-rejets.ts";
import { rejetIntrouvable } from "../usecases/rejouer-rejet.ts";
import { lieux } from "./lieux.ts";
import { PageRejet, PageRejets } from "./page-rejets.tsx";
import { filFlux, type PortsFlux } from "./routes-flux.tsx";
import { nommerFlux } from "./textes.ts";

const CORRIGER = "flux:corriger";
/** Of each cause, on the page of all causes. */
const APERCU = 10;

export function routesRejets(ports: PortsFlux): readonly Route[] {
  return [
    { method: "GET", path: "/flux/:id/rejets", droit: "flux:lire", handler: rejets },
    {
      method: "GET",
      path: "/flux/:id/rejets/:rejet",
      droit: CORRIGER,
      handler: (r) => rejet(r, freshForm()),
    },
    {
      method: "POST",
      path: "/flux/:id/rejets/:rejet",
      droit: CORRIGER,
      handler: (r) => rejouer(r, ports),
    },
  ];
}

async function rejets(request: Request): Promise<Response> {
  const integrationId = idParam(request);
  const { integration, causes } = await request.act(lireIntegration, { integrationId });
  const code = request.query.get("code");
  const demandees = causes.filter((cause) => code === null || cause.code === code);
  const limite = code === null ? APERCU : 50;
  const groupes = [];
  for (const cause of demandees) {
    const apres = code === null ? null : placeParam(request, "apres");
    const page = await request.act(listerRejets, {
      integrationId,
      code: cause.code,
      apres,
      limite,
    });
    groupes.push({ cause, ...page });
  }
  return request.page({
    title: `Rejets, ${nommerFlux(integration)}`,
    menu: "flux",
    breadcrumb: [
      filFlux(request),
      { label: nommerFlux(integration), href: request.href(lieux.une(integrationId)) },
      { label: "Rejets" },
    ],
    body: (
      <PageRejets
        integration={integration}
        causes={causes}
        groupes={groupes}
        peutCorriger={request.agent.droits.has(CORRIGER)}
        href={request.href}
      />
    ),
  });
}

async function rejet(request: Request, form: FormState): Promise<Response> {
  const ouvert = await request.act(lireRejet, { rejetId: idParam(request, "rejet") });
  if (ouvert.integrationId !== idParam(request)) throw rejetIntrouvable(ouvert.id);
  return request.page({
    title:
      ouvert.numeroDemande === null
        ? "Enregistrement rejeté"
        : `Dossier ${ouvert.numeroDemande}, rejeté`,
    status: form.status,
    menu: "flux",
    breadcrumb: [
      filFlux(request),
      { label: nommerFlux(ouvert), href: request.href(lieux.une(ouvert.integrationId)) },
      { label: "Rejets", href: request.href(lieux.rejets(ouvert.integrationId)) },
      { label: ouvert.numeroDemande ?? `Ligne ${ouvert.ligne}` },
    ],
    body: <PageRejet rejet={ouvert} form={form} href={request.href} />,
  });
}

function rejouer(request: Request, ports: PortsFlux): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const version = Number(form.text("version"));
      if (!Number.isInteger(version)) {
        throw new DomainError(
          "saisie.invalide",
          "Le formulaire est incomplet. Rouvrez la page du rejet.",
        );
      }
      const { avertissements } = await ports.rejouer(request.deps, request.agent, {
        rejetId: idParam(request, "rejet"),
        version,
        texte: form.text("texte"),
      });
      const suite =
        avertissements === 0
          ? ""
          : ` (${formatCount(avertissements, "avertissement", "avertissements")})`;
      return request.redirect(
        lieux.rejets(idParam(request)),
        `Le dossier corrigé est intégré${suite}.`,
      );
    },
    (state) => rejet(request, state),
  );
}
