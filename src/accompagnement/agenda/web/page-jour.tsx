import type { VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatCount, formatPhone } from "#platform/ui/format.ts";
import type { RendezVous, Venue } from "../db/rendez-vous.ts";
import { type EtatVenue, etatDeVenue, libellesEtat, libellesModalite } from "../domain/libelles.ts";
import type { AgendaLu } from "../usecases/lire-agenda.ts";
import {
  adresse,
  grandeDate,
  type Href,
  heureDe,
  libelleMotif,
  nomDe,
  nomMembre,
  tonsEtat,
} from "./mots.tsx";

interface Props {
  readonly agenda: AgendaLu;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

interface Ligne {
  readonly rendezVous: RendezVous;
  readonly venue: Venue;
}

function lignesDe({ rendezVous }: AgendaLu): readonly Ligne[] {
  return rendezVous.flatMap((un) =>
    un.venues
      .filter(({ statut }) => statut !== "annule")
      .map((venue) => ({ rendezVous: un, venue })),
  );
}

function agentDe({ equipe }: AgendaLu, { referentId }: RendezVous): string {
  const membre = equipe.find(({ id }) => id === referentId);
  return membre ? nomMembre(membre) : "";
}

const etatDu = ({ maintenant }: AgendaLu, { rendezVous, venue }: Ligne): EtatVenue =>
  etatDeVenue(venue.statut, rendezVous, maintenant);

/** Nothing is said of who is expected; on paper, an outcome due leaves its place to the hand. */
function EtatDuJour({ etat }: { readonly etat: EtatVenue }): VNode | null {
  if (etat === "prevu") return null;
  const dit = <Etat tone={tonsEtat[etat]}>{libellesEtat[etat]}</Etat>;
  return etat === "a-renseigner" ? <span class="no-print">{dit}</span> : dit;
}

/** The day on one sheet, to print and to fill by hand. */
export function PageFeuille({ agenda, href }: Props): VNode {
  const lignes = lignesDe(agenda);
  const vers = (jour: string) =>
    href(
      adresse("/agenda/jour", {
        structure: agenda.structure?.id,
        referent: agenda.referentId,
        jour,
      }),
    );
  return (
    <>
      <PageHeader
        over={`Feuille du jour, ${agenda.structure?.nom ?? ""}`}
        title={grandeDate(agenda.jour)}
        meta={<span>{formatCount(lignes.length, "personne attendue", "personnes attendues")}</span>}
        actions={
          <>
            <ButtonLink href={vers(ajouterJours(agenda.jour, -1))} icon="gauche">
              Veille
            </ButtonLink>
            <ButtonLink href={vers(ajouterJours(agenda.jour, 1))} icon="droite">
              Lendemain
            </ButtonLink>
          </>
        }
      />
      <p class="no-print muted">Imprimez cette page avec la commande de votre navigateur.</p>
      {lignes.length === 0 ? (
        <EmptyState title="Personne n’est attendu ce jour" />
      ) : (
        <div class="feuille">
          <Table
            caption={`Rendez-vous du ${grandeDate(agenda.jour).toLowerCase()}`}
            captionHidden
            columns={[
              { key: "heure", label: "Heure", fit: true, phone: "title" },
              { key: "personne", label: "Personne", phone: "title" },
              { key: "telephone", label: "Téléphone", fit: true },
              { key: "motif", label: "Motif", phone: "fact" },
              { key: "agent", label: "Reçoit", phone: "fact" },
              { key: "issue", label: "Issue" },
            ]}
            rows={lignes.map(({ rendezVous, venue }) => {
              const personne = agenda.personnes.get(venue.personneId);
              const vers1 = href(`/agenda/rendez-vous/${rendezVous.id}`);
              return {
                key: `${rendezVous.id}-${venue.personneId}`,
                href: vers1,
                cells: [
                  <a href={vers1}>{heureDe(rendezVous.debut)}</a>,
                  nomDe(personne),
                  formatPhone(personne?.telephone ?? null),
                  libelleMotif(agenda.regle.motifs, rendezVous.motif),
                  agentDe(agenda, rendezVous),
                  <EtatDuJour etat={etatDu(agenda, { rendezVous, venue })} />,
                ],
              };
            })}
          />
        </div>
      )}
    </>
  );
}

/** Who is expected, who is here and since when: the front desk keeps it open. */
export function PageAccueil({ agenda, href, droits }: Props): VNode {
  const lignes = lignesDe(agenda);
  const la = lignes.filter(({ venue }) => venue.statut === "prevu" && venue.arrivee !== null);
  const attendues = lignes.filter(
    ({ venue }) => venue.statut === "prevu" && venue.arrivee === null,
  );
  const recues = lignes.filter(({ venue }) => venue.statut !== "prevu");
  const props = { agenda, href, tient: droits.has("agenda:tenir") };
  return (
    <div
      id="salle-attente"
      class="stack"
      data-poll="30000"
      data-poll-href={href(adresse("/agenda/accueil", { structure: agenda.structure?.id }))}
    >
      <PageHeader
        over={agenda.structure?.nom}
        title="Salle d’attente"
        meta={
          <span>
            {formatCount(la.length, "personne arrivée", "personnes arrivées")},{" "}
            {formatCount(attendues.length, "attendue", "attendues")}
          </span>
        }
      />
      <Groupe {...props} titre="Arrivées" lignes={la} arrivee />
      <Groupe {...props} titre="Attendues" lignes={attendues} arrivee={false} />
      <Groupe {...props} titre="Reçues ou notées" lignes={recues} arrivee={null} />
      {lignes.length === 0 && <EmptyState title="Personne n’est attendu aujourd’hui" />}
    </div>
  );
}

interface PropsGroupe {
  readonly agenda: AgendaLu;
  readonly href: Href;
  readonly tient: boolean;
  readonly titre: string;
  readonly lignes: readonly Ligne[];
  /** What these lines are: here, expected, or done. */
  readonly arrivee: boolean | null;
}

function Groupe({ agenda, href, tient, titre, lignes, arrivee }: PropsGroupe): VNode | null {
  if (lignes.length === 0) return null;
  return (
    <Card title={titre}>
      <ul class="lines">
        {lignes.map(({ rendezVous, venue }) => (
          <li key={`${rendezVous.id}-${venue.personneId}`} class="row-between">
            <span>
              <strong class="num">{heureDe(rendezVous.debut)}</strong>{" "}
              <a href={href(`/agenda/rendez-vous/${rendezVous.id}`)}>
                {nomDe(agenda.personnes.get(venue.personneId))}
              </a>{" "}
              <span class="muted small">
                {[agentDe(agenda, rendezVous), libellesModalite[rendezVous.modalite]]
                  .filter(Boolean)
                  .join(", ")}
                {venue.arrivee && `, arrivée à ${heureDe(venue.arrivee)}`}
              </span>
            </span>
            <span class="row">
              <EtatDuJour etat={etatDu(agenda, { rendezVous, venue })} />
              {arrivee !== null && tient && (
                <Form
                  action={href(`/agenda/rendez-vous/${rendezVous.id}/arrivee`)}
                  layout="inline"
                  fields={{
                    personne: String(venue.personneId),
                    arrivee: arrivee ? "non" : "oui",
                    structure: String(agenda.structure?.id ?? ""),
                  }}
                >
                  <Button small>{arrivee ? "Effacer l’arrivée" : "Est arrivée"}</Button>
                </Form>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
