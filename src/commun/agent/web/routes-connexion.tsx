import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { safeReturn } from "#platform/http/security.ts";
import { seConnecter } from "../usecases/se-connecter.ts";
import { seDeconnecter } from "../usecases/se-deconnecter.ts";
import { verifierSecondFacteur } from "../usecases/verifier-second-facteur.ts";
import { PageCode, PageConnexion } from "./connexion.tsx";

const REFUS = "L’identifiant ou le mot de passe n’est pas le bon.";

export const routesConnexion: readonly Route[] = [
  { method: "GET", path: "/connexion", droit: "public", handler: (r) => connexion(r, freshForm()) },
  { method: "POST", path: "/connexion", droit: "public", handler: connecter },
  { method: "GET", path: "/connexion/code", droit: "public", handler: (r) => code(r, freshForm()) },
  { method: "POST", path: "/connexion/code", droit: "public", handler: verifier },
  { method: "POST", path: "/deconnexion", droit: "connecte", handler: deconnecter },
];

function retourDe({ query, deps }: Request, state: FormState): string {
  const { retour = query.get("retour") } = state.values;
  return safeReturn(deps.base.departement.slug, retour);
}

function connexion(request: Request, state: FormState): Promise<Response> {
  const action = request.href("/connexion");
  return request.page({
    title: "Connexion",
    status: state.status,
    body: <PageConnexion action={action} retour={retourDe(request, state)} state={state} />,
  });
}

function code(request: Request, state: FormState): Promise<Response> {
  if (!request.session.token) return Promise.resolve(request.redirect("/connexion"));
  const action = request.href("/connexion/code");
  return request.page({
    title: "Code de vérification",
    status: state.status,
    body: <PageCode action={action} retour={retourDe(request, state)} state={state} />,
  });
}

function connecter(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const reponse = await request.act(seConnecter, {
        identifiant: form.text("identifiant"),
        motDePasse: form.text("motDePasse"),
        ...provenance(request),
      });
      const state = freshForm(form.record());
      if (reponse.etat === "refusee") {
        return connexion(request, { ...state, status: 422, problems: { "": REFUS } });
      }
      const retour = retourDe(request, state);
      const suite =
        reponse.etat === "ouverte" ? retour : `/connexion/code?${new URLSearchParams({ retour })}`;
      return request.session.open(request.redirect(suite), reponse.jeton);
    },
    (state) => connexion(request, state),
  );
}

function verifier(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const reponse = await request.act(verifierSecondFacteur, {
        jeton: request.session.token ?? "",
        code: form.text("code"),
        ...provenance(request),
      });
      const state = freshForm(form.record());
      if (reponse.etat === "refusee") {
        const problems = {
          code: "Ce code n’est pas le bon, ou il a déjà servi : attendez le suivant.",
        };
        return code(request, { ...state, status: 422, problems });
      }
      return request.session.open(request.redirect(retourDe(request, state)), reponse.jeton);
    },
    (state) => code(request, state),
  );
}

async function deconnecter(request: Request): Promise<Response> {
  const { token } = request.session;
  if (token) await request.act(seDeconnecter, { jeton: token });
  return request.session.close(request.redirect("/connexion", "Vous êtes déconnecté."));
}

function provenance({ address, headers }: Request): { adresse: string; navigateur: string } {
  return {
    adresse: address.slice(0, 100),
    navigateur: (headers.get("user-agent") ?? "").slice(0, 1000),
  };
}
