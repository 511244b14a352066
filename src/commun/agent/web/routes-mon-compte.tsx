import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { activerSecondFacteur } from "../usecases/activer-second-facteur.ts";
import { changerMotDePasse } from "../usecases/changer-mot-de-passe.ts";
import { desactiverSecondFacteur } from "../usecases/desactiver-second-facteur.ts";
import { lireMonCompte } from "../usecases/lire-mon-compte.ts";
import { listerSessions } from "../usecases/lister-sessions.ts";
import { preparerSecondFacteur } from "../usecases/preparer-second-facteur.ts";
import { revoquerSession } from "../usecases/revoquer-session.ts";
import { PageMonCompte, PageMotDePasse } from "./mon-compte.tsx";
import { PageCodesDeSecours, PageSecondFacteur } from "./second-facteur.tsx";

const droit = "connecte";

export const routesMonCompte: readonly Route[] = [
  { method: "GET", path: "/mon-compte", droit, handler: monCompte },
  {
    method: "GET",
    path: "/mon-compte/mot-de-passe",
    droit,
    handler: (request) => motDePasse(request, freshForm()),
  },
  { method: "POST", path: "/mon-compte/mot-de-passe", droit, handler: changer },
  {
    method: "GET",
    path: "/mon-compte/second-facteur",
    droit,
    handler: (request) => secondFacteur(request, freshForm()),
  },
  { method: "POST", path: "/mon-compte/second-facteur/preparer", droit, handler: preparer },
  { method: "POST", path: "/mon-compte/second-facteur/activer", droit, handler: activer },
  { method: "POST", path: "/mon-compte/second-facteur/desactiver", droit, handler: desactiver },
  { method: "POST", path: "/mon-compte/sessions/:id/fermer", droit, handler: fermer },
];

const fil = ({ href }: Request, label: string) => [
  { label: "Mon compte", href: href("/mon-compte") },
  { label },
];

const jeton = ({ session }: Request) => session.token ?? "";

async function monCompte(request: Request): Promise<Response> {
  const compte = await request.act(lireMonCompte, {});
  const sessions = await request.act(listerSessions, { jeton: jeton(request) });
  return request.page({
    title: "Mon compte",
    body: <PageMonCompte compte={compte} sessions={sessions} href={request.href} />,
  });
}

async function motDePasse(request: Request, state: FormState): Promise<Response> {
  const { fiche } = await request.act(lireMonCompte, {});
  return request.page({
    title: "Changer mon mot de passe",
    status: state.status,
    breadcrumb: fil(request, "Mot de passe"),
    body: (
      <PageMotDePasse href={request.href} state={state} provisoire={fiche.motDePasseProvisoire} />
    ),
  });
}

function changer(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const { etat } = await request.act(changerMotDePasse, {
        jeton: jeton(request),
        actuel: form.text("actuel"),
        nouveau: form.text("nouveau"),
        confirmation: form.text("confirmation"),
      });
      if (etat === "refusee") throw refus("actuel", "Ce n’est pas votre mot de passe actuel.");
      return request.redirect(
        "/mon-compte",
        "Votre mot de passe est changé. Vos autres sessions sont fermées.",
      );
    },
    (state) => motDePasse(request, state),
  );
}

async function secondFacteur(request: Request, state: FormState): Promise<Response> {
  const compte = await request.act(lireMonCompte, {});
  return request.page({
    title: "Second facteur",
    status: state.status,
    breadcrumb: fil(request, "Second facteur"),
    body: <PageSecondFacteur compte={compte} href={request.href} state={state} />,
  });
}

async function preparer(request: Request): Promise<Response> {
  await request.act(preparerSecondFacteur, {});
  return request.redirect("/mon-compte/second-facteur");
}

function activer(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const { codesDeSecours } = await request.act(activerSecondFacteur, {
        code: form.text("code"),
      });
      return request.page({
        title: "Second facteur activé",
        breadcrumb: fil(request, "Second facteur"),
        body: <PageCodesDeSecours codes={codesDeSecours} href={request.href} />,
      });
    },
    (state) => secondFacteur(request, state),
  );
}

function desactiver(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const motDePasse = form.text("motDePasse");
      const { etat } = await request.act(desactiverSecondFacteur, { motDePasse });
      if (etat === "refusee") throw refus("motDePasse", "Ce n’est pas votre mot de passe.");
      return request.redirect("/mon-compte", "Le second facteur est désactivé.");
    },
    (state) => secondFacteur(request, state),
  );
}

function refus(champ: string, message: string): DomainError {
  return new DomainError("saisie.invalide", message, { champs: { [champ]: message } });
}

async function fermer(request: Request): Promise<Response> {
  await request.act(revoquerSession, { sessionId: idParam(request) });
  return request.redirect("/mon-compte", "La session est fermée.");
}
