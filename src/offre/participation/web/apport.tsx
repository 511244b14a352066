import type { VNode } from "preact";
import { libellesClasseSortie } from "#commun/referentiel";
import type { Request } from "#platform/http/route.ts";
import { Card } from "#platform/ui/components/card.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { FriseBand, FriseSegment } from "#platform/ui/frise/types.ts";
import { lireSejoursDUnePersonne, type SejourSitue } from "../usecases/consulter.ts";
import { cheminSejour, type Href, Marques, ongletParticipants, Reste } from "./mots.tsx";

const { droit } = ongletParticipants;

/** What the stays of a person show on her page: a band on la frise, and the actions she is in. */
export const apportParticipation = {
  async frise(request: Request, personneId: number) {
    if (!request.agent.droits.has(droit)) return { bandes: [], reperes: [] };
    const { sejours } = await request.act(lireSejoursDUnePersonne, { personneId });
    return { bandes: bandes(sejours, request.href), reperes: [] };
  },
  async cartes(request: Request, personneId: number): Promise<readonly VNode[]> {
    if (!request.agent.droits.has(droit)) return [];
    const { sejours } = await request.act(lireSejoursDUnePersonne, { personneId });
    const enCours = sejours.filter(({ sortiLe }) => sortiLe === null);
    return enCours.length === 0 ? [] : [<Carte sejours={enCours} href={request.href} />];
  },
} as const;

/** The tab of an action that this module keeps. */
export const participantsDAction = { onglets: [ongletParticipants] } as const;

function Carte({
  sejours,
  href,
}: {
  readonly sejours: readonly SejourSitue[];
  readonly href: Href;
}): VNode {
  return (
    <Card title="Actions en cours">
      <ul class="lines">
        {sejours.map((sejour) => (
          <li key={sejour.id}>
            <a href={href(cheminSejour(sejour.id))}>{sejour.action}</a>
            <Marques sejour={sejour} />
            <br />
            <span class="muted small">
              {`${sejour.structure}, depuis le ${formatDate(sejour.entreLe)}`}
            </span>{" "}
            {sejour.maxMois !== null && <Reste sejour={sejour} dit />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function bandes(sejours: readonly SejourSitue[], href: Href): readonly FriseBand[] {
  if (sejours.length === 0) return [];
  const segments = sejours.map(
    (sejour): FriseSegment => ({
      from: sejour.entreLe,
      to: sejour.sortiLe,
      label: sejour.ficheCourt,
      tone: sejour.sortiLe === null ? "d" : "b",
      detail: detail(sejour),
      href: href(cheminSejour(sejour.id)),
    }),
  );
  return [{ key: "actions", label: "Actions", segments: segments.toReversed() }];
}

function detail({ action, entreLe, sortiLe, classe }: SejourSitue): string {
  if (sortiLe === null || classe === null) {
    return `${action}, depuis le ${formatDate(entreLe)}`;
  }
  const dite = libellesClasseSortie[classe].toLocaleLowerCase("fr");
  return `${action}, du ${formatDate(entreLe)} au ${formatDate(sortiLe)} : ${dite}`;
}
