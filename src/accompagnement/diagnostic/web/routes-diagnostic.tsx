import type { VNode } from "preact";
import type { CadreDeSection } from "#droits/dossier";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { exigerPage } from "../domain/pages.ts";
import { abandonnerDiagnostic, validerDiagnostic } from "../usecases/clore-brouillon.ts";
import { consulterDiagnostic, type DiagnosticConsulte } from "../usecases/consulter-diagnostic.ts";
import { repondreDiagnostic } from "../usecases/repondre-diagnostic.ts";
import { ONGLET } from "./cadre.ts";
import { PageDiagnostic, PageRelecture, pageSaisie, relecture } from "./page-diagnostic.tsx";
import { PageSaisie } from "./page-saisie.tsx";

const ICI = "/personnes/:id/diagnostic";
const saisir = "diagnostic:saisir";

export function routesDiagnosticDans(cadre: CadreDeSection): readonly Route[] {
  const clore = (suite: string, acte: (request: Request) => Promise<Response>): Route => ({
    method: "POST",
    path: `${ICI}/${suite}`,
    droit: saisir,
    handler: (request) =>
      submitForm(
        request,
        () => acte(request),
        (etat) => relire(cadre, request, etat),
      ),
  });
  return [
    {
      method: "GET",
      path: ICI,
      droit: "diagnostic:lire",
      handler: (request) => diagnostic(cadre, request),
    },
    {
      method: "GET",
      path: `${ICI}/saisie/:page`,
      droit: saisir,
      handler: (request) => saisie(cadre, request, freshForm()),
    },
    {
      method: "POST",
      path: `${ICI}/saisie/:page`,
      droit: saisir,
      handler: (request) =>
        submitForm(
          request,
          (form) => enregistrer(request, form),
          (etat) => saisie(cadre, request, etat),
        ),
    },
    {
      method: "GET",
      path: `${ICI}/relecture`,
      droit: saisir,
      handler: (request) => relire(cadre, request, freshForm()),
    },
    clore("valider", valider),
    clore("abandonner", abandonner),
  ];
}

interface Section {
  readonly personneId: number;
  readonly titre: string;
  readonly corps: VNode;
  readonly status?: number;
}

function montrer(cadre: CadreDeSection, request: Request, section: Section): Promise<Response> {
  return cadre(request, { onglet: ONGLET, ...section });
}

async function diagnostic(cadre: CadreDeSection, request: Request): Promise<Response> {
  const consulte = await lire(request);
  const { href, agent } = request;
  return montrer(cadre, request, {
    personneId: consulte.personneId,
    titre: "Diagnostic",
    corps: (
      <PageDiagnostic
        consulte={consulte}
        href={href}
        saisir={agent.droits.has(saisir)}
        version={placeParam(request, "version")}
      />
    ),
  });
}

async function saisie(cadre: CadreDeSection, request: Request, etat: FormState): Promise<Response> {
  const consulte = await lire(request);
  const page = exigerPage(consulte.pages, idParam(request, "page"));
  return montrer(cadre, request, {
    personneId: consulte.personneId,
    titre: `Diagnostic, page ${page.numero}`,
    corps: <PageSaisie consulte={consulte} page={page} etat={etat} href={request.href} />,
    status: etat.status,
  });
}

async function relire(cadre: CadreDeSection, request: Request, etat: FormState): Promise<Response> {
  const consulte = await lire(request);
  return montrer(cadre, request, {
    personneId: consulte.personneId,
    titre: "Diagnostic à relire",
    corps: <PageRelecture consulte={consulte} href={request.href} problemes={etat.problems} />,
    status: etat.status,
  });
}

function lire(request: Request): Promise<DiagnosticConsulte> {
  return request.act(consulterDiagnostic, { personneId: idParam(request) });
}

async function enregistrer(request: Request, form: FormValues): Promise<Response> {
  const noms = new Set(Object.keys(form.record()).filter((nom) => nom !== "version"));
  const { personneId, page, pages } = await request.act(repondreDiagnostic, {
    personneId: idParam(request),
    page: idParam(request, "page"),
    version: form.text("version"),
    reponses: Object.fromEntries([...noms].map((nom) => [nom, [...form.all(nom)]])),
  });
  return request.redirect(page < pages ? pageSaisie(personneId, page + 1) : relecture(personneId));
}

async function valider(request: Request): Promise<Response> {
  const { personneId } = await request.act(validerDiagnostic, await duBrouillon(request));
  return request.redirect(`/personnes/${personneId}/diagnostic`, "Le diagnostic est validé.");
}

async function abandonner(request: Request): Promise<Response> {
  const { personneId } = await request.act(abandonnerDiagnostic, await duBrouillon(request));
  return request.redirect(`/personnes/${personneId}/diagnostic`, "Le brouillon est abandonné.");
}

async function duBrouillon(request: Request) {
  const form = await request.form();
  return { personneId: idParam(request), version: form.text("version") };
}
