import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { parseDate } from "#platform/ui/format.ts";
import { consulterDemande } from "../usecases/consulter-demande.ts";
import { deciderReorientation, examinerReorientation } from "../usecases/reorientations.ts";
import { nommer } from "./mots.tsx";
import { lireService } from "./options.ts";
import { PageReorientation } from "./page-reorientation.tsx";

const decideur = "orientation:decider";
const base = "/orientation/reorientations/:id";

export const routesReorientation: readonly Route[] = [
  {
    method: "GET",
    path: base,
    droit: "orientation:lire",
    handler: (request) => page(request, freshForm()),
  },
  { method: "POST", path: `${base}/examiner`, droit: decideur, handler: examiner },
  { method: "POST", path: `${base}/decider`, droit: decideur, handler: decider },
];

async function page(request: Request, etat: FormState): Promise<Response> {
  const consultee = await request.act(consulterDemande, { demandeId: idParam(request) });
  const { href, agent } = request;
  return request.page({
    title: `Réorientation, ${nommer(consultee.present)}`,
    menu: "orientation",
    status: etat.status,
    breadcrumb: [
      { label: "Orientation", href: href("/orientation") },
      { label: "Réorientations", href: href("/orientation/reorientations") },
      { label: nommer(consultee.present) },
    ],
    body: (
      <PageReorientation
        consultee={consultee}
        etat={etat}
        href={href}
        decide={agent.droits.has(decideur)}
      />
    ),
  });
}

function examiner(request: Request): Promise<Response> {
  const demandeId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      await request.act(examinerReorientation, {
        demandeId,
        version: form.text("version"),
        instance: form.text("instance"),
        le: parseDate(form.text("le")) ?? form.text("le"),
        avis: form.text("avis") as "favorable",
        commentaire: form.text("commentaire"),
      });
      return request.redirect(`/orientation/reorientations/${demandeId}`, "L’avis est enregistré.");
    },
    (etat) => page(request, etat),
  );
}

function decider(request: Request): Promise<Response> {
  const demandeId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      await request.act(deciderReorientation, {
        demandeId,
        version: form.text("version"),
        decision: form.text("decision") as "maintenue",
        ...lireService(form.text("service")),
        referentId: form.text("referentId"),
        motif: form.text("motif"),
      });
      return request.redirect(
        `/orientation/reorientations/${demandeId}`,
        "La décision est enregistrée.",
      );
    },
    (etat) => page(request, etat),
  );
}
