import { DomainError } from "#platform/errors/domain-error.ts";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import { idParam } from "#platform/http/params.ts";
import type { FormValues, Request, Route } from "#platform/http/route.ts";
import { parseDate } from "#platform/ui/format.ts";
import { donnerHabilitation } from "../usecases/donner-habilitation.ts";
import { lireAgent } from "../usecases/lire-agent.ts";
import { retirerHabilitation } from "../usecases/retirer-habilitation.ts";
import { libelleRole } from "./agents.tsx";
import { PageDonnerDroit } from "./formulaires-agent.tsx";
import type { ChercherLieux } from "./lieux.ts";

const droit = "agent:gerer";

export function routesDroits(lieux: ChercherLieux): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/agents/:id/droits/nouveau",
      droit,
      handler: (request) => formulaire(request, lieux, freshForm()),
    },
    {
      method: "POST",
      path: "/agents/:id/droits/nouveau",
      droit,
      handler: (request) => donner(request, lieux),
    },
    {
      method: "POST",
      path: "/agents/:id/droits/:habilitation/retirer",
      droit,
      handler: retirer,
    },
  ];
}

async function formulaire(
  request: Request,
  lieux: ChercherLieux,
  state: FormState,
): Promise<Response> {
  const { fiche } = await request.act(lireAgent, { id: idParam(request) });
  const { href } = request;
  return request.page({
    title: "Donner un droit",
    menu: "agents",
    status: state.status,
    breadcrumb: [
      { label: "Agents", href: href("/agents") },
      { label: `${fiche.prenom} ${fiche.nom}`, href: href(`/agents/${fiche.id}`) },
      { label: "Donner un droit" },
    ],
    body: <PageDonnerDroit fiche={fiche} lieux={await lieux(request)} state={state} href={href} />,
  });
}

function donner(request: Request, lieux: ChercherLieux): Promise<Response> {
  const agentId = idParam(request);
  return submitForm(
    request,
    async (form) => {
      const role = form.text("role");
      await request.act(donnerHabilitation, {
        agentId,
        role,
        territoires: [...form.all("territoires")],
        structures: [...form.all("structures")],
        du: lireDate(form, "du") ?? undefined,
        au: lireDate(form, "au"),
      });
      return request.redirect(`/agents/${agentId}`, `Le rôle « ${libelleRole(role)} » est donné.`);
    },
    (state) => formulaire(request, lieux, state),
  );
}

function lireDate(form: FormValues, champ: string): string | null {
  const ecrite = form.text(champ).trim();
  if (ecrite === "") return null;
  const date = parseDate(ecrite);
  if (date !== null) return date;
  const message = "Écrivez une date qui existe, sous la forme jj/mm/aaaa.";
  throw new DomainError("saisie.invalide", message, { champs: { [champ]: message } });
}

async function retirer(request: Request): Promise<Response> {
  const agentId = idParam(request);
  const { role } = await request.act(retirerHabilitation, {
    agentId,
    habilitationId: idParam(request, "habilitation"),
  });
  return request.redirect(`/agents/${agentId}`, `Le rôle « ${libelleRole(role)} » est retiré.`);
}
