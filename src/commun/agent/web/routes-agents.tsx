import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request, Route } from "#platform/http/route.ts";
import type { FicheAgent } from "../db/agents.ts";
import { creerAgent } from "../usecases/creer-agent.ts";
import { fermerCompte } from "../usecases/fermer-compte.ts";
import { lireAgent } from "../usecases/lire-agent.ts";
import { listerAgents } from "../usecases/lister-agents.ts";
import { modifierAgent } from "../usecases/modifier-agent.ts";
import { reinitialiserMotDePasse } from "../usecases/reinitialiser-mot-de-passe.ts";
import { PageAgent } from "./agent.tsx";
import { PageAgents } from "./agents.tsx";
import {
  PageFermerCompte,
  PageModifierAgent,
  PageMotDePasseProvisoire,
  PageNouvelAgent,
  PageReinitialiser,
} from "./formulaires-agent.tsx";
import type { ChercherLieux } from "./lieux.ts";
import { routesDroits } from "./routes-droits.tsx";

const lire = "agent:lire";
const gerer = "agent:gerer";

export function routesAgents(lieux: ChercherLieux): readonly Route[] {
  return [
    { method: "GET", path: "/agents", droit: lire, handler: liste },
    {
      method: "GET",
      path: "/agents/nouveau",
      droit: gerer,
      handler: (request) => nouveau(request, freshForm()),
    },
    { method: "POST", path: "/agents/nouveau", droit: gerer, handler: creer },
    {
      method: "GET",
      path: "/agents/:id",
      droit: lire,
      handler: (request) => agent(request, lieux),
    },
    { method: "GET", path: "/agents/:id/modifier", droit: gerer, handler: modifier },
    { method: "POST", path: "/agents/:id/modifier", droit: gerer, handler: enregistrer },
    { method: "GET", path: "/agents/:id/mot-de-passe", droit: gerer, handler: demanderMotDePasse },
    { method: "POST", path: "/agents/:id/mot-de-passe", droit: gerer, handler: reinitialiser },
    { method: "GET", path: "/agents/:id/fermer", droit: gerer, handler: demanderFermeture },
    { method: "POST", path: "/agents/:id/fermer", droit: gerer, handler: fermer },
    ...routesDroits(lieux),
  ];
}

async function liste(request: Request): Promise<Response> {
  const { query, href, agent: lecteur } = request;
  const filtre = {
    recherche: (query.get("recherche") ?? "").slice(0, 80),
    fermes: query.get("fermes") === "oui",
  };
  const agents = await request.act(listerAgents, {
    ...filtre,
    apres: placeParam(request, "apres"),
  });
  return request.page({
    title: "Agents",
    menu: "agents",
    wide: true,
    body: (
      <PageAgents
        liste={agents}
        filtre={filtre}
        href={href}
        peutGerer={lecteur.droits.has(gerer)}
      />
    ),
  });
}

function nouveau(request: Request, state: FormState): Promise<Response> {
  return request.page({
    title: "Créer un agent",
    menu: "agents",
    status: state.status,
    breadcrumb: [{ label: "Agents", href: request.href("/agents") }, { label: "Créer un agent" }],
    body: <PageNouvelAgent state={state} href={request.href} />,
  });
}

function creer(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const [prenom, nom] = [form.text("prenom"), form.text("nom")];
      const cree = await request.act(creerAgent, {
        identifiant: form.text("identifiant"),
        nom,
        prenom,
        courriel: form.text("courriel").trim(),
      });
      return provisoire(
        request,
        "Agent créé",
        cree.id,
        `${prenom} ${nom}`,
        cree.motDePasseProvisoire,
      );
    },
    (state) => nouveau(request, state),
  );
}

function provisoire(
  request: Request,
  titre: string,
  id: number,
  nom: string,
  motDePasse: string | null,
): Promise<Response> {
  const agentHref = request.href(`/agents/${id}`);
  return request.page({
    title: titre,
    menu: "agents",
    body: (
      <PageMotDePasseProvisoire
        titre={titre}
        nom={nom}
        motDePasse={motDePasse ?? ""}
        agentHref={agentHref}
      />
    ),
  });
}

async function agent(request: Request, lieux: ChercherLieux): Promise<Response> {
  const dossier = await request.act(lireAgent, { id: idParam(request) });
  const { droits } = request.agent;
  return request.page({
    title: `${dossier.fiche.prenom} ${dossier.fiche.nom}`,
    menu: "agents",
    breadcrumb: fil(request, dossier.fiche).slice(0, 2),
    body: (
      <PageAgent
        agent={dossier}
        lieux={await lieux(request)}
        href={request.href}
        peutGerer={droits.has(gerer)}
        peutLireJournal={droits.has("journal:lire")}
      />
    ),
  });
}

async function modifier(request: Request): Promise<Response> {
  const { fiche } = await request.act(lireAgent, { id: idParam(request) });
  const { prenom, nom, courriel, version } = fiche;
  return formulaire(request, fiche, version, freshForm({ prenom, nom, courriel: courriel ?? "" }));
}

function enregistrer(request: Request): Promise<Response> {
  const id = idParam(request);
  return submitForm(
    request,
    async (form) => {
      await request.act(modifierAgent, {
        id,
        version: form.text("version"),
        nom: form.text("nom"),
        prenom: form.text("prenom"),
        courriel: form.text("courriel").trim(),
      });
      return request.redirect(`/agents/${id}`, "Le compte est modifié.");
    },
    async (state) => {
      const { fiche } = await request.act(lireAgent, { id });
      const lue = Number(state.values["version"]);
      return formulaire(request, fiche, state.status === 409 ? fiche.version : lue, state);
    },
  );
}

function formulaire(
  request: Request,
  fiche: FicheAgent,
  version: number,
  state: FormState,
): Promise<Response> {
  return request.page({
    title: "Modifier le compte",
    menu: "agents",
    status: state.status,
    breadcrumb: [...fil(request, fiche), { label: "Modifier" }],
    body: (
      <PageModifierAgent
        id={fiche.id}
        version={version}
        state={state}
        actuelle={state.status === 409 ? fiche : null}
        href={request.href}
      />
    ),
  });
}

async function demanderMotDePasse(request: Request): Promise<Response> {
  const { fiche } = await request.act(lireAgent, { id: idParam(request) });
  return request.page({
    title: "Nouveau mot de passe",
    menu: "agents",
    breadcrumb: [...fil(request, fiche), { label: "Nouveau mot de passe" }],
    body: <PageReinitialiser fiche={fiche} href={request.href} />,
  });
}

async function reinitialiser(request: Request): Promise<Response> {
  const id = idParam(request);
  const form = await request.form();
  const motDePasse = await request.act(reinitialiserMotDePasse, {
    id,
    retirerSecondFacteur: form.text("retirerSecondFacteur") === "oui",
  });
  const { fiche } = await request.act(lireAgent, { id });
  return provisoire(
    request,
    "Nouveau mot de passe",
    id,
    `${fiche.prenom} ${fiche.nom}`,
    motDePasse,
  );
}

async function demanderFermeture(request: Request): Promise<Response> {
  const { fiche } = await request.act(lireAgent, { id: idParam(request) });
  return request.page({
    title: "Fermer le compte",
    menu: "agents",
    breadcrumb: [...fil(request, fiche), { label: "Fermer le compte" }],
    body: <PageFermerCompte fiche={fiche} href={request.href} />,
  });
}

async function fermer(request: Request): Promise<Response> {
  const id = idParam(request);
  await request.act(fermerCompte, { id });
  return request.redirect(`/agents/${id}`, "Le compte est fermé.");
}

function fil({ href }: Request, fiche: FicheAgent) {
  return [
    { label: "Agents", href: href("/agents") },
    { label: `${fiche.prenom} ${fiche.nom}`, href: href(`/agents/${fiche.id}`) },
  ];
}
