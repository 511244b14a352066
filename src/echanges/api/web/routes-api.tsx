import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { formatDate } from "#platform/ui/format.ts";
import { creerCle, listerCles, renouvelerCle, revoquerCle } from "../usecases/cles.ts";
import { recevoirSejours } from "../usecases/recevoir-sejours.ts";
import { DROIT_DES_CLES as CERTIFIER } from "../usecases/repondant.ts";
import { decrireApi } from "./description.ts";
import { lieux } from "./lieux.ts";
import { PageCles } from "./page-cles.tsx";
import { enProbleme } from "./probleme.ts";

export const routesApi: readonly Route[] = [
  {
    method: "GET",
    path: lieux.cles,
    droit: CERTIFIER,
    handler: (request) => cles(request, freshForm(), null),
  },
  { method: "POST", path: lieux.cles, droit: CERTIFIER, handler: creer },
  { method: "POST", path: "/offre/api/:id/renouveler", droit: CERTIFIER, handler: renouveler },
  { method: "POST", path: "/offre/api/:id/revoquer", droit: CERTIFIER, handler: retirer },
  { method: "GET", path: lieux.description, droit: "public", handler: description },
  { method: "POST", path: lieux.sejours, droit: "public", from: "anywhere", handler: sejours },
];

const baseDe = ({ url, href }: Request) => `${url.origin}${href("")}`;

async function cles(request: Request, form: FormState, nouvelle: string | null): Promise<Response> {
  const donnees = await request.act(listerCles, {});
  return request.page({
    title: "Brancher le logiciel d’un opérateur",
    status: form.status,
    menu: "offre",
    breadcrumb: [{ label: "Offre", href: request.href("/offre") }],
    body: (
      <PageCles
        {...donnees}
        nouvelle={nouvelle}
        form={form}
        base={baseDe(request)}
        href={request.href}
      />
    ),
  });
}

/** The page itself says the key: after a redirection it would be nowhere. */
function creer(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const { cle } = await request.act(creerCle, {
        structureId: form.text("structureId"),
        libelle: form.text("libelle"),
      });
      return cles(request, freshForm(), cle);
    },
    (state) => cles(request, state, null),
  );
}

function renouveler(request: Request): Promise<Response> {
  return submitForm(
    request,
    async () => {
      const { terme } = await request.act(renouvelerCle, { cleId: idParam(request) });
      return request.redirect(lieux.cles, `Cette clé sert jusqu’au ${formatDate(terme)}.`);
    },
    (state) => cles(request, state, null),
  );
}

async function retirer(request: Request): Promise<Response> {
  await request.act(revoquerCle, { cleId: idParam(request) });
  return request.redirect(lieux.cles, "Cette clé n’ouvre plus rien.");
}

async function description(request: Request): Promise<Response> {
  return Response.json(decrireApi(baseDe(request)));
}

/** What a program is told is JSON, refusals too. */
async function sejours(request: Request): Promise<Response> {
  const cle = /^Bearer (\S+)$/u.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  try {
    return Response.json(await recevoirSejours(request.deps, cle, await corpsDe(request)));
  } catch (refus) {
    if (!(refus instanceof DomainError)) throw refus;
    return enProbleme(refus);
  }
}

/** What is no JSON is refused like any other body, once the key is known to open something. */
async function corpsDe(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (refus) {
    if (refus instanceof DomainError && refus.code === "saisie.invalide") return null;
    throw refus;
  }
}
