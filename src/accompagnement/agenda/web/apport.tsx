import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import type { FriseTick } from "#platform/ui/frise/types.ts";
import { etatDeVenue, libellesEtat } from "../domain/libelles.ts";
import { rendezVousDeLaPersonne } from "../usecases/consulter-rendez-vous.ts";
import { momentEnMots } from "../usecases/moments.ts";
import { libelleMotif, tonsEtat } from "./mots.tsx";
import { CarteProchain } from "./page-personne.tsx";

const droit = "agenda:lire";

export const ongletRendezVous = {
  key: "rendez-vous",
  label: "Rendez-vous",
  path: "/rendez-vous",
  droit,
  quotidien: ["entretien:saisir"],
} as const;

/** What the agenda shows on every page of a person: her tab, her meetings on la frise, the next one. */
export const apportAgenda = {
  onglets: [ongletRendezVous],
  async frise(request: Request, personneId: number) {
    if (!request.agent.droits.has(droit)) return { bandes: [], reperes: [] };
    const lu = await request.act(rendezVousDeLaPersonne, { personneId });
    const premiers = new Set(lu.motifs.filter(({ premier }) => premier).map(({ code }) => code));
    return {
      bandes: [],
      reperes: lu.rendezVous
        // The orientation draws the first meeting itself.
        .filter(({ venues, motif }) => venues[0]?.statut !== "annule" && !premiers.has(motif))
        .map((un): FriseTick => {
          const etat = etatDeVenue(un.venues[0]?.statut ?? "prevu", un, lu.maintenant);
          const motif = libelleMotif(lu.motifs, un.motif);
          return {
            date: un.jour,
            kind: "meeting",
            label: motif,
            detail: `${motif}, ${momentEnMots(un.debut)} : ${libellesEtat[etat].toLowerCase()}`,
            tone: etat === "honore" || etat === "prevu" ? undefined : tonsEtat[etat],
            href: request.href(`/agenda/rendez-vous/${un.id}`),
          };
        }),
    };
  },
  async cartes(request: Request, personneId: number): Promise<readonly VNode[]> {
    if (!request.agent.droits.has(droit)) return [];
    const lu = await request.act(rendezVousDeLaPersonne, { personneId });
    const carte = CarteProchain({
      lu,
      href: request.href,
      tient: request.agent.droits.has("agenda:tenir"),
    });
    return carte ? [carte] : [];
  },
} as const;
