import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request } from "#platform/http/route.ts";
import { lireJournalAgent } from "../usecases/lire-journal-agent.ts";
import type { journalDePersonne } from "../usecases/lire-journal-personne.ts";
import { nommerAgent, VueJournal } from "./journal.tsx";

export async function journalPersonne(
  request: Request,
  lire: ReturnType<typeof journalDePersonne>,
): Promise<Response> {
  const { href } = request;
  const personneId = idParam(request);
  const avant = placeParam(request, "avant");
  const page = await request.act(lire, { personneId, avant });
  const titre = `Journal de la personne n° ${personneId}`;
  return request.page({
    title: titre,
    menu: "personnes",
    wide: true,
    breadcrumb: [
      { label: "Personnes", ...lien(request, "personne:lister", "/personnes") },
      {
        label: `Personne n° ${personneId}`,
        ...lien(request, "personne:lire", `/personnes/${personneId}`),
      },
      { label: "Journal" },
    ],
    body: (
      <VueJournal
        titre={titre}
        legende="Qui a lu ou modifié ce dossier, du plus récent au plus ancien"
        page={page}
        ici={href(`/personnes/${personneId}/journal`)}
        href={href}
      />
    ),
  });
}

export async function journalAgent(request: Request): Promise<Response> {
  const { href } = request;
  const agentId = idParam(request);
  const avant = placeParam(request, "avant");
  const page = await request.act(lireJournalAgent, { agentId, avant });
  const nom = nommerAgent(page.agents, agentId);
  const titre = `Journal de ${nom}`;
  return request.page({
    title: titre,
    menu: "agents",
    wide: true,
    breadcrumb: [
      { label: "Agents", ...lien(request, "agent:lire", "/agents") },
      { label: nom, ...lien(request, "agent:lire", `/agents/${agentId}`) },
      { label: "Journal" },
    ],
    body: (
      <VueJournal
        titre={titre}
        legende="Ce que cet agent a fait, et ce qui a été fait sur son compte, du plus récent au plus ancien"
        page={page}
        ici={href(`/agents/${agentId}/journal`)}
        href={href}
      />
    ),
  });
}

/** Who reads the journal may not read the files it speaks of. */
function lien({ agent, href }: Request, droit: string, path: string): { readonly href?: string } {
  return agent.droits.has(droit) ? { href: href(path) } : {};
}
