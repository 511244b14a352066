import type { VNode } from "preact";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { exigerPage } from "../domain/pages.ts";
import { abandonnerDiagnostic, validerDiagnostic } from "../usecases/clore-brouillon.ts";
import { consulterDiagnostic, type DiagnosticConsulte } from "../usecases/consulter-diagnostic.ts";
import { repondreDiagnostic } from "../usecases/repondre-diagnostic.ts";
import { type CadrePersonne, ONGLET } from "./cadre.ts";
import { PageDiagnostic, PageRelecture, pageSaisie, relecture } from "./page-diagnostic.tsx";
import { PageSaisie } from "./page-saisie.tsx";

export function routesDiagnosticDans(cadre: CadrePersonne): readonly Route[] {
  const montrer = (
    request: Request,
    { personneId }: DiagnosticConsulte,
    corps: VNode,
    status = 200,
  ) => cadre(request, { personneId, onglet: ONGLET, titre: "Diagnostic", corps, status });

  async function diagnostic(request: Request): Promise<Response> {
    const consulte = await lire(request);
    const { href, agent } = request;
    const saisir = agent.droits.has("diagnostic:saisir");
    const version = placeParam(request, "version");
    return montrer(
      request,
      consulte,
      <PageDiagnostic consulte={consulte} href={href} saisir={saisir} version={version} />,
    );
  }

  async function saisie(request: Request, etat: FormState): Promise<Response> {
    const consulte = await lire(request);
    const page = exigerPage(consulte.pages, idParam(request, "page"));
    return montrer(
      request,
      consulte,
      <PageSaisie consulte={consulte} page={page} etat={etat} href={request.href} />,
      etat.status,
    );
  }

  async function relire(request: Request): Promise<Response> {
    const consulte = await lire(request);
    return montrer(request, consulte, <PageRelecture consulte={consulte} href={request.href} />);
  }

  return [
    {
      method: "GET",
      path: "/personnes/:id/diagnostic",
      droit: "diagnostic:lire",
      handler: diagnostic,
    },
    {
      method: "GET",
      path: "/personnes/:id/diagnostic/saisie/:page",
      droit: "diagnostic:saisir",
      handler: (request) => saisie(request, freshForm()),
    },
    {
      method: "POST",
      path: "/personnes/:id/diagnostic/saisie/:page",
      droit: "diagnostic:saisir",
      handler: (request) =>
        submitForm(
          request,
          (form) => enregistrer(request, form),
          (etat) => saisie(request, etat),
        ),
    },
    {
      method: "GET",
      path: "/personnes/:id/diagnostic/relecture",
      droit: "diagnostic:saisir",
      handler: relire,
    },
    {
      method: "POST",
      path: "/personnes/:id/diagnostic/valider",
      droit: "diagnostic:saisir",
      handler: valider,
    },
    {
      method: "POST",
      path: "/personnes/:id/diagnostic/abandonner",
      droit: "diagnostic:saisir",
      handler: abandonner,
    },
  ];
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
