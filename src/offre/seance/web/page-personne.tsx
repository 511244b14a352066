import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate, formatTime } from "#platform/ui/format.ts";
import type { FriseTick } from "#platform/ui/frise/types.ts";
import { libellesNature, libellesPresence } from "../domain/natures.ts";
import type { SeancesDePersonne } from "../usecases/lire-seances.ts";
import { type Href, quand, tonsPresence } from "./mots.tsx";

interface Props {
  readonly lues: SeancesDePersonne;
  readonly href: Href;
  readonly tient: boolean;
}

type Sienne = SeancesDePersonne["siennes"][number];

function aVenir({ siennes, le }: SeancesDePersonne): readonly Sienne[] {
  return siennes.filter(({ seance }) => seance.jour >= le && seance.annuleeLe === null);
}

/** Every session of one person: those to come first, then what became of the others. */
export function SectionSeances(props: Props): VNode {
  const { lues, href, tient } = props;
  const prochaines = aVenir(lues);
  const passees = lues.siennes.filter((une) => !prochaines.includes(une)).toReversed();
  return (
    <div class="stack">
      {tient && (
        <p>
          <ButtonLink
            href={href(`/seances/inscrire?personnes=${lues.personneId}`)}
            kind="primary"
            icon="plus"
          >
            Inscrire à une séance
          </ButtonLink>
        </p>
      )}
      {lues.siennes.length === 0 && (
        <EmptyState
          title="Aucune séance collective"
          text="Les ateliers, réunions et job datings où la personne est inscrite seront ici."
        />
      )}
      {prochaines.length > 0 && <Liste titre="À venir" siennes={prochaines} href={href} />}
      {passees.length > 0 && <Liste titre="Passées" siennes={passees} href={href} />}
    </div>
  );
}

function Liste({
  titre,
  siennes,
  href,
}: {
  titre: string;
  siennes: readonly Sienne[];
  href: Href;
}): VNode {
  return (
    <Table
      caption={titre}
      columns={[
        { key: "quand", label: "Quand", phone: "title" },
        { key: "seance", label: "Séance", phone: "fact" },
        { key: "lieu", label: "Lieu", secondary: true },
        { key: "etat", label: "État", fit: true, phone: "title" },
      ]}
      rows={siennes.map(({ seance, inscription }) => {
        const vers = href(`/seances/${seance.id}`);
        return {
          key: String(inscription.id),
          href: vers,
          cells: [
            <a href={vers}>
              {formatDate(seance.jour)}, {formatTime(seance.debut)}
            </a>,
            `${libellesNature[seance.nature]} : ${seance.titre}`,
            seance.lieu,
            <EtatInscription seance={seance} inscription={inscription} />,
          ],
        };
      })}
    />
  );
}

function EtatInscription({ seance, inscription }: Sienne): VNode {
  if (seance.annuleeLe !== null) return <Etat tone="closed">Séance annulée</Etat>;
  const { presence, etat } = inscription;
  if (presence !== null) {
    return <Etat tone={tonsPresence[presence]}>{libellesPresence[presence]}</Etat>;
  }
  return etat === "attente" ? (
    <Etat tone="waiting">En attente</Etat>
  ) : (
    <Etat tone="waiting">Inscription faite</Etat>
  );
}

const MONTREES = 3;

/** The next ones, beside the first page of a person. */
export function CarteSeances({ lues, href, tient }: Props): VNode | null {
  const prochaines = aVenir(lues);
  if (lues.siennes.length === 0 && !tient) return null;
  return (
    <Card
      title="Séances collectives"
      aside={
        lues.siennes.length > 0 && (
          <a href={href(`/personnes/${lues.personneId}/seances`)}>
            {lues.siennes.length === 1 ? "La voir" : `Les ${lues.siennes.length}`}
          </a>
        )
      }
    >
      {prochaines.length === 0 && <p class="muted">Aucune séance à venir.</p>}
      {prochaines.length > 0 && (
        <ul class="lines">
          {prochaines.slice(0, MONTREES).map(({ seance, inscription }) => (
            <li key={inscription.id}>
              <a href={href(`/seances/${seance.id}`)}>{seance.titre}</a>
              <br />
              <span class="muted small">
                {quand(seance)}
                {inscription.etat === "attente" && ", en attente d’une place"}
              </span>
            </li>
          ))}
        </ul>
      )}
      {tient && (
        <p>
          <a href={href(`/seances/inscrire?personnes=${lues.personneId}`)}>Inscrire à une séance</a>
        </p>
      )}
    </Card>
  );
}

export function reperesDe({ siennes }: SeancesDePersonne, href: Href): readonly FriseTick[] {
  return siennes
    .filter(
      ({ seance, inscription }) => seance.annuleeLe === null && inscription.etat === "inscrite",
    )
    .map(({ seance, inscription: { presence } }) => {
      const suite =
        presence === null ? "inscription faite" : libellesPresence[presence].toLowerCase();
      return {
        date: seance.jour,
        kind: "meeting",
        label: seance.titre,
        detail: `${libellesNature[seance.nature]} « ${seance.titre} », ${quand(seance)} : ${suite}`,
        tone: presence === null || presence === "present" ? undefined : tonsPresence[presence],
        href: href(`/seances/${seance.id}`),
      };
    });
}
