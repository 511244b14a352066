import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import type { RendezVous } from "../db/rendez-vous.ts";
import { etatDeVenue, libellesEtat, libellesModalite } from "../domain/libelles.ts";
import type { RendezVousDePersonne } from "../usecases/consulter-rendez-vous.ts";
import { momentEnMots } from "../usecases/moments.ts";
import { adresse, type Href, libelleMotif, tonsEtat } from "./mots.tsx";

interface Props {
  readonly lu: RendezVousDePersonne;
  readonly href: Href;
  readonly tient: boolean;
}

/** Meetings of one person: those to come first, then what became of the others. */
export function SectionRendezVous({ lu, href, tient }: Props): VNode {
  const avenir = lu.rendezVous
    .filter(({ fin, statut }) => fin > lu.maintenant && statut === "prevu")
    .toReversed();
  const passes = lu.rendezVous.filter((un) => !avenir.includes(un));
  return (
    <div class="stack">
      {tient && (
        <p>
          <ButtonLink
            href={href(adresse("/agenda/prendre", { personne: lu.personneId }))}
            kind="primary"
            icon="plus"
          >
            Prendre un rendez-vous
          </ButtonLink>
        </p>
      )}
      {lu.rendezVous.length === 0 && <EmptyState title="Aucun rendez-vous" />}
      {avenir.length > 0 && <Liste titre="À venir" rendezVous={avenir} lu={lu} href={href} />}
      {passes.length > 0 && <Liste titre="Passés" rendezVous={passes} lu={lu} href={href} />}
    </div>
  );
}

function Liste({
  titre,
  rendezVous,
  lu,
  href,
}: Omit<Props, "tient"> & {
  readonly titre: string;
  readonly rendezVous: readonly RendezVous[];
}): VNode {
  return (
    <Table
      caption={titre}
      columns={[
        { key: "quand", label: "Quand", phone: "title" },
        { key: "motif", label: "Motif", phone: "fact" },
        { key: "qui", label: "Reçoit" },
        { key: "statut", label: "État", fit: true, phone: "title" },
      ]}
      rows={rendezVous.map((un) => {
        const etat = etatDeVenue(un.venues[0]?.statut ?? "prevu", un, lu.maintenant);
        const vers = href(`/agenda/rendez-vous/${un.id}`);
        return {
          key: String(un.id),
          href: vers,
          cells: [
            <a href={vers}>{momentEnMots(un.debut)}</a>,
            [
              libelleMotif(lu.motifs, un.motif),
              ...(un.modalite === "individuel" ? [] : [libellesModalite[un.modalite]]),
            ].join(", "),
            un.referentId === null ? "" : (lu.referents.get(un.referentId) ?? ""),
            <Etat tone={tonsEtat[etat]}>{libellesEtat[etat]}</Etat>,
          ],
        };
      })}
    />
  );
}

/** The next one, beside the first page of a person. */
export function CarteProchain({ lu, href, tient }: Props): VNode | null {
  const prochain = lu.rendezVous.findLast(
    ({ fin, statut }) => fin > lu.maintenant && statut === "prevu",
  );
  const prendre = href(adresse("/agenda/prendre", { personne: lu.personneId }));
  if (!prochain && !tient) return null;
  return (
    <Card title="Prochain rendez-vous">
      {prochain ? (
        <p>
          <a href={href(`/agenda/rendez-vous/${prochain.id}`)}>{momentEnMots(prochain.debut)}</a>
          <br />
          <span class="muted small">{libelleMotif(lu.motifs, prochain.motif)}</span>
        </p>
      ) : (
        <p>
          Aucun rendez-vous à venir. <a href={prendre}>En prendre un</a>
        </p>
      )}
    </Card>
  );
}
