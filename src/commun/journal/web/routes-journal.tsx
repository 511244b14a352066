import { idParam, placeParam } from "#platform/http/params.ts";
import type { Request } from "#platform/http/route.ts";
import { lireJournalAgent } from "../usecases/lire-journal-agent.ts";
import { lireJournalPersonne } from "../usecases/lire-journal-personne.ts";
import { VueJournal } from "./journal.tsx";

export async function journalPersonne(request: Request): Promise<Response> {
  const { href } = request;
  const personneId = idParam(request);
  const avant = placeParam(request, "avant");
  const page = await request.act(lireJournalPersonne, { personneId, avant });
  const titre = `Journal de la personne n° ${personneId}`;
  return request.page({
    title: titre,
    menu: "personnes",
    wide: true,
    breadcrumb: [
      { label: "Personnes", href: href("/personnes") },
      { label: `Personne n° ${personneId}`, href: href(`/personnes/${personneId}`) },
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
  const titre = `Journal de l’agent n° ${agentId}`;
  return request.page({
    title: titre,
    menu: "agents",
    wide: true,
    breadcrumb: [
      { label: "Agents", href: href("/agents") },
      { label: `Agent n° ${agentId}`, href: href(`/agents/${agentId}`) },
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
