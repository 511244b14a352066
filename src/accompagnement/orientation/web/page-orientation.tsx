import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatDate, formatTime } from "#platform/ui/format.ts";
import type { RendezVousDate } from "../db/parcours.ts";
import { dominantesEnMots, originesEnMots } from "../domain/libelles.ts";
import { phraseProposition } from "../domain/matrice/phrase-proposition.ts";
import { obstaclesEnMots } from "../domain/offre.ts";
import { libelleType } from "../domain/types.ts";
import { moyensDeNotification } from "../schemas.ts";
import type { OrientationConsultee } from "../usecases/consulter-orientation.ts";
import { CarteActes } from "./actes-personne.tsx";
import { histoire } from "./histoire.ts";
import type { Href } from "./mots.tsx";
import { problemesDuService } from "./options.ts";

interface Props {
  readonly orientation: OrientationConsultee;
  readonly etat: FormState;
  readonly acte: string | null;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

/** The orientation section of a person’s file: what is in force, what can be done, what happened. */
export function PageOrientation(props: Props): VNode {
  const { orientation, etat } = props;
  const faits = histoire(orientation);
  return (
    <div class="stack">
      <ErrorSummary
        problems={
          props.acte === "france-travail" ? problemesDuService(etat.problems) : etat.problems
        }
      />
      <div class="with-side">
        <div class="stack">
          <CarteEnCours {...props} />
          <CarteProposition {...props} />
          <CarteDemande {...props} />
          {faits.length > 0 && (
            <Card title="Ce qui s’est passé">
              <Timeline label="Histoire de l’orientation" entries={faits} />
            </Card>
          )}
        </div>
        <div class="stack">
          <CarteActes {...props} />
        </div>
      </div>
    </div>
  );
}

function CarteEnCours({ orientation, href, droits }: Props): VNode {
  const { enCours, types, circuit } = orientation;
  if (enCours === null) {
    return <EmptyState title="Aucune orientation en vigueur" text={attente(orientation)} />;
  }
  const { orientation: courante, designation, rendezVous } = enCours;
  return (
    <Card
      title={libelleType(types, courante.type)}
      aside={<Etat tone="ok">{dominantesEnMots[courante.dominante]}</Etat>}
    >
      <FactsList
        layout="lines"
        facts={[
          {
            label: originesEnMots[courante.origine],
            value: `le ${formatDate(courante.decideeLe)}`,
            note: `${courante.decideur}${courante.motifEcart ? `. Motif : ${courante.motifEcart}` : ""}`,
          },
          { label: "Structure", value: designation?.structure },
          {
            label: "Référent",
            value: designation?.referent ?? "à désigner par la structure",
            note: avisDit(designation, circuit.confirmationParReferent),
          },
          {
            label: "Notification",
            value: courante.notifieeLe
              ? `le ${formatDate(courante.notifieeLe)}`
              : "la personne n’a pas encore reçu la décision",
            note: moyen(courante.notificationMoyen),
          },
          {
            label: "Premier rendez-vous",
            value: (
              <>
                {rendezVousDit(orientation, rendezVous)}{" "}
                {!premierTenu(orientation) && (
                  <VersLAgenda {...{ orientation, rendezVous, href, droits }} />
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** The meeting is kept in the agenda: there it is moved, cancelled, and its outcome noted. */
function VersLAgenda({
  orientation: { personneId, enCours },
  rendezVous,
  href,
  droits,
}: Pick<Props, "orientation" | "href" | "droits"> & {
  readonly rendezVous: RendezVousDate | null;
}): VNode | null {
  if (rendezVous && rendezVous.rendezVousId !== null && droits.has("agenda:lire")) {
    return <a href={href(`/agenda/rendez-vous/${rendezVous.rendezVousId}`)}>Voir le rendez-vous</a>;
  }
  if (rendezVous || !enCours?.designation || !droits.has("agenda:tenir")) return null;
  return (
    <a href={href(`/agenda/prendre?personne=${personneId}&motif=premier-rendez-vous`)}>
      Choisir un créneau
    </a>
  );
}

function attente({ beneficiaire, propositions: [derniere] }: OrientationConsultee): string {
  if (!beneficiaire) return "La personne n’est pas à accompagner aujourd’hui.";
  return derniere?.codeCloture === "refusee"
    ? `Proposition renvoyée le ${formatDate(derniere.closeLe)} : ${derniere.motifCloture}`
    : "La personne attend d’être orientée.";
}

function avisDit(
  designation: NonNullable<OrientationConsultee["enCours"]>["designation"],
  attendu: boolean,
): string | undefined {
  if (!designation) return undefined;
  if (designation.avis === "confirmee")
    return `désignation confirmée le ${formatDate(designation.avisLe)}`;
  if (designation.avis === "contestee")
    return `désignation contestée le ${formatDate(designation.avisLe)} : ${designation.motifAvis}`;
  return attendu ? "désignation à confirmer ou à contester" : undefined;
}

function moyen(code: string | null): string | undefined {
  return code !== null && Object.hasOwn(moyensDeNotification, code)
    ? moyensDeNotification[code as keyof typeof moyensDeNotification]
    : undefined;
}

function premierTenu({
  rendezVous,
  enCours,
}: Pick<OrientationConsultee, "rendezVous" | "enCours">): RendezVousDate | undefined {
  return rendezVous.find(
    ({ issue, designationId }) => issue === "tenu" && designationId === enCours?.designation?.id,
  );
}

function rendezVousDit(
  { rendezVous, enCours, le }: OrientationConsultee,
  attendu: RendezVousDate | null,
): string {
  if (attendu) {
    const heure = attendu.heure === null ? "" : ` à ${formatTime(attendu.heure)}`;
    const lieu = attendu.lieu === null ? "" : `, ${attendu.lieu}`;
    const issue = attendu.prevuLe < le ? " : issue à renseigner" : "";
    return `le ${formatDate(attendu.prevuLe)}${heure}${lieu}${issue}`;
  }
  const tenu = premierTenu({ rendezVous, enCours });
  return tenu ? `tenu le ${formatDate(tenu.issueLe)}` : "à fixer";
}

function CarteProposition({ orientation, href, droits }: Props): VNode | null {
  const [proposition] = orientation.propositions;
  if (!proposition || proposition.closeLe !== null) return null;
  const { explication, versionMatrice } = proposition;
  return (
    <Card
      title="Proposition en cours"
      aside={
        <Etat
          tone={
            proposition.etape === "transmise" || proposition.aRevoirDepuis !== null
              ? "soon"
              : "waiting"
          }
        >
          {motDEtape(proposition)}
        </Etat>
      }
      foot={
        droits.has("orientation:decider") ? (
          <a href={href("/orientation/decider")}>Ouvrir la file de décision</a>
        ) : undefined
      }
    >
      <p class="strong">{phraseProposition({ ...explication, version: versionMatrice })}</p>
      <FactsList
        layout="lines"
        facts={[
          { label: "Type", value: libelleType(orientation.types, proposition.type) },
          {
            label: "Structure",
            value: proposition.structure,
            note: proposition.obstacle ? obstaclesEnMots[proposition.obstacle] : undefined,
          },
          { label: "Référent", value: proposition.referent },
          {
            label: "Proposée le",
            value: formatDate(proposition.le),
            note: proposition.transmiseLe
              ? `transmise le ${formatDate(proposition.transmiseLe)}`
              : undefined,
          },
          ...(proposition.aRevoirDepuis
            ? [
                {
                  label: "À revoir",
                  value: `un diagnostic a été validé le ${formatDate(proposition.aRevoirDepuis)}, depuis que la proposition a été faite`,
                  note: "La proposition repose sur les réponses d’avant : décidez autrement, ou renvoyez-la pour qu’elle soit refaite",
                },
              ]
            : []),
          ...(proposition.reporteeJusquAu
            ? [
                {
                  label: "Reportée au",
                  value: formatDate(proposition.reporteeJusquAu),
                  note: proposition.motifReport ?? undefined,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function motDEtape({ etape, aRevoirDepuis }: OrientationConsultee["propositions"][number]): string {
  if (aRevoirDepuis !== null) return "À revoir";
  return etape === "transmise" ? "À décider" : "Proposée";
}

function CarteDemande({ orientation, href }: Props): VNode | null {
  const demande = orientation.demandes.find(({ etat }) => etat === "en-instance");
  if (!demande) return null;
  return (
    <Card
      title="Réorientation demandée"
      tone="soon"
      foot={<a href={href(`/orientation/reorientations/${demande.id}`)}>Voir la demande</a>}
    >
      <p>
        Le {formatDate(demande.le)} : {demande.motif}
      </p>
    </Card>
  );
}
