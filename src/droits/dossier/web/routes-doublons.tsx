import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { annulerFusion } from "../usecases/annuler-fusion.ts";
import { comparerPaire } from "../usecases/comparer-paire.ts";
import { ecarterPaire } from "../usecases/ecarter-paire.ts";
import { fusionnerPersonnes } from "../usecases/fusionner-personnes.ts";
import { listerDoublons } from "../usecases/lister-doublons.ts";
import { PageDoublon } from "./page-doublon.tsx";
import { PageDoublons, titreDoublons } from "./page-doublons.tsx";

const droit = "doublon:traiter";

export const routesDoublons: readonly Route[] = [
  { method: "GET", path: "/doublons", droit, handler: liste },
  {
    method: "GET",
    path: "/doublons/:id",
    droit,
    handler: (request) => comparer(request, freshForm()),
  },
  { method: "POST", path: "/doublons/:id/fusionner", droit, handler: fusionner },
  { method: "POST", path: "/doublons/:id/separer", droit, handler: separer },
  { method: "POST", path: "/doublons/fusions/:id/annuler", droit, handler: annuler },
];

async function liste(request: Request): Promise<Response> {
  const doublons = await request.act(listerDoublons, { apres: placeParam(request, "apres") ?? 0 });
  return request.page({
    title: titreDoublons(doublons),
    menu: "doublons",
    wide: true,
    body: <PageDoublons doublons={doublons} href={request.href} />,
  });
}

async function comparer(request: Request, etat: FormState): Promise<Response> {
  const comparee = await request.act(comparerPaire, { paireId: idParam(request) });
  const { href } = request;
  return request.page({
    title: "Comparer deux fiches",
    status: etat.status,
    menu: "doublons",
    breadcrumb: [
      { label: "Doublons", href: href("/doublons") },
      { label: `Paire n° ${comparee.paire.id}` },
    ],
    body: <PageDoublon comparee={comparee} etat={etat} href={href} />,
  });
}

function fusionner(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const { gardeeId } = await request.act(fusionnerPersonnes, {
        paireId: idParam(request),
        gardeeId: form.text("gardeeId"),
        motif: form.text("motif"),
      });
      return request.redirect(
        `/personnes/${gardeeId}`,
        "Les deux fiches n’en font plus qu’une. La page « Doublons » permet d’annuler cette fusion.",
      );
    },
    (etat) => comparer(request, etat),
  );
}

function separer(request: Request): Promise<Response> {
  return submitForm(
    request,
    async () => {
      await request.act(ecarterPaire, { paireId: idParam(request) });
      return request.redirect("/doublons", "C’est noté : ce sont deux personnes.");
    },
    (etat) => comparer(request, etat),
  );
}

async function annuler(request: Request): Promise<Response> {
  await request.act(annulerFusion, { fusionId: idParam(request) });
  return request.redirect(
    "/doublons",
    "La fusion est annulée : chaque fiche a retrouvé ce qui était à elle.",
  );
}
