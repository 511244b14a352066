import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import { Card } from "#platform/ui/components/card.tsx";
import { formatCount, formatDate } from "#platform/ui/format.ts";
import type { FriseTick } from "#platform/ui/frise/types.ts";
import type { EntretienLu } from "../db/entretiens.ts";
import { modalites } from "../domain/entretien.ts";
import { libellesEtatProjet } from "../domain/projet.ts";
import { type ResumeEntretiens, resumerEntretiens } from "../usecases/resumer.ts";
import { lire, ongletEntretiens, ongletProjet, ongletSituation, saisir } from "./cadre.ts";
import { depuisQuand, EtatDuFrein, estOuvert } from "./mots.tsx";

const NOTES = 3;
const EXTRAIT = 160;

/** What the interviews show on the first page of a person: the last notes, what holds her back, ticks on la frise. */
export const apportEntretien = {
  onglets: [ongletSituation, ongletProjet, ongletEntretiens],
  async frise(request: Request, personneId: number) {
    if (!request.agent.droits.has(lire)) return { bandes: [], reperes: [] };
    const resume = await request.act(resumerEntretiens, { personneId });
    return { bandes: [], reperes: reperes(resume, personneId, request.href) };
  },
  async cartes(request: Request, personneId: number): Promise<readonly VNode[]> {
    const { droits } = request.agent;
    if (!droits.has(lire)) return [];
    const resume = await request.act(resumerEntretiens, { personneId });
    const props = { resume, personneId, href: request.href };
    return [
      <CarteFreins key="freins" {...props} />,
      <CarteEntretiens key="entretiens" {...props} peutSaisir={droits.has(saisir)} />,
    ];
  },
} as const;

interface Props {
  readonly resume: ResumeEntretiens;
  readonly personneId: number;
  readonly href: Request["href"];
}

function CarteFreins({ resume, personneId, href }: Props): VNode {
  const ouverts = resume.freins.filter(estOuvert);
  const situation = href(`/personnes/${personneId}/situation`);
  return (
    <Card title="Freins" aside={<a href={situation}>Situation et freins</a>}>
      {ouverts.length === 0 ? (
        <p class="muted">
          {resume.freins.length === 0
            ? "Aucun frein n’est connu."
            : `${formatCount(resume.freins.length, "frein levé", "freins levés")}, aucun ouvert.`}
        </p>
      ) : (
        <ul class="tasks" aria-label="Freins ouverts">
          {ouverts.map((frein) => (
            <li key={frein.id}>
              <div class="tasks-main">
                <a href={href(`/personnes/${personneId}/freins/${frein.id}`)}>{frein.libelle}</a>
                <span class="tasks-hint">
                  {frein.natureDite}, {depuisQuand(frein)}
                </span>
              </div>
              <EtatDuFrein frein={frein} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function CarteEntretiens({
  resume,
  personneId,
  href,
  peutSaisir,
}: Props & { readonly peutSaisir: boolean }): VNode {
  const publies = resume.entretiens.filter(
    ({ publieA, corrigePar }) => publieA !== null && corrigePar === null,
  );
  const ici = `/personnes/${personneId}/entretiens`;
  return (
    <Card
      title="Derniers entretiens"
      aside={peutSaisir && <a href={href(`${ici}/ecrire`)}>Raconter un entretien</a>}
    >
      {publies.length === 0 ? (
        <p class="muted">Aucun entretien n’est raconté.</p>
      ) : (
        <ul class="lines">
          {publies.slice(0, NOTES).map((entretien) => (
            <li key={entretien.id}>
              <p>
                <a href={href(`${ici}#entretien-${entretien.id}`)}>{formatDate(entretien.le)}</a>
                <span class="muted">
                  , {modalites[entretien.modalite].toLocaleLowerCase("fr")}, {entretien.redigePar}
                </span>
              </p>
              <p class="small">{extrait(entretien)}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What is decided says more than what was said. */
function extrait({ decide, texte }: EntretienLu): string {
  const dit = decide === "" ? texte : decide;
  if (dit.length <= EXTRAIT) return dit;
  return `${dit.slice(0, dit.lastIndexOf(" ", EXTRAIT))}…`;
}

function reperes(
  { entretiens, freins, actes }: ResumeEntretiens,
  personneId: number,
  href: Request["href"],
): readonly FriseTick[] {
  const ici = (suite: string) => href(`/personnes/${personneId}${suite}`);
  return [
    ...entretiens
      .filter(({ publieA, corrigePar }) => publieA !== null && corrigePar === null)
      .map(
        ({ le, redigePar }): FriseTick => ({
          ...{ date: le, kind: "meeting", label: "Entretien", href: ici("/entretiens") },
          detail: `Entretien du ${formatDate(le)} avec ${redigePar}`,
        }),
      ),
    ...freins.flatMap(({ id, libelle, periodes }) =>
      periodes.flatMap(({ au, fin }): FriseTick[] =>
        fin === "leve" && au !== null
          ? [
              {
                ...{ date: au, kind: "other", label: "Frein levé", href: ici(`/freins/${id}`) },
                detail: `Frein levé le ${formatDate(au)} : ${libelle}`,
              },
            ]
          : [],
      ),
    ),
    ...actes.map(
      ({ le, etat }): FriseTick => ({
        ...{ date: le, kind: "decision", label: "Projet", href: ici("/projet") },
        detail: `Projet du ${formatDate(le)} : ${libellesEtatProjet[etat].toLocaleLowerCase("fr")}`,
      }),
    ),
  ];
}
