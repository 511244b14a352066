import type { VNode } from "preact";
import type { MessageLu } from "#commun/message";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Checkbox, Radios, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatDate, formatInstant } from "#platform/ui/format.ts";
import type { Venue } from "../db/rendez-vous.ts";
import {
  etatDeVenue,
  libellesEtat,
  libellesModalite,
  libellesStatut,
  libellesSuite,
} from "../domain/libelles.ts";
import type { RendezVousConsulte } from "../usecases/consulter-rendez-vous.ts";
import { momentEnMots } from "../usecases/moments.ts";
import { Convoquer, canaux } from "./convoquer.tsx";
import { etatMessage } from "./etat-message.ts";
import {
  adresse,
  etatDe,
  type Href,
  heureDe,
  nomDe,
  nomMembre,
  quiVient,
  tonsEtat,
} from "./mots.tsx";

export interface PropsRendezVous {
  readonly lu: RendezVousConsulte;
  readonly messages: readonly MessageLu[];
  readonly etat: FormState;
  /** The act that was refused, to open it again. */
  readonly acte: string | null;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

export function PageRendezVous(props: PropsRendezVous): VNode {
  const { lu, etat, href } = props;
  const { rendezVous, motif, structure } = lu;
  const etatAffiche = etatDe(rendezVous, lu.maintenant);
  const moment = momentEnMots(rendezVous.debut);
  return (
    <>
      <PageHeader
        over={motif?.libelle ?? rendezVous.motif}
        title={`${quiVient(rendezVous, lu.personnes)}, ${moment}`}
        meta={<Etat tone={tonsEtat[etatAffiche]}>{libellesEtat[etatAffiche]}</Etat>}
      />
      <div class="with-side">
        <div class="stack">
          <ErrorSummary problems={etat.problems} />
          <Card title="Qui vient">
            <ul class="plain-list stack">
              {rendezVous.venues.map((venue) => (
                <UneVenue key={venue.personneId} venue={venue} {...props} />
              ))}
            </ul>
          </Card>
          <Actes {...props} />
          <Envois {...props} />
          <Card title="Ce qui s’est passé">
            <Timeline label="Histoire du rendez-vous" entries={histoire(props)} />
          </Card>
        </div>
        <Card title="Le rendez-vous">
          <FactsList layout="side" facts={faits(lu)} />
          <p>
            <a
              href={href(
                adresse("/agenda", { structure: structure.id, jour: rendezVous.jour, vue: "jour" }),
              )}
            >
              Voir la journée
            </a>
          </p>
        </Card>
      </div>
    </>
  );
}

function faits({ rendezVous, structure, equipe, lieux }: RendezVousConsulte) {
  const membre = equipe.find(({ id }) => id === rendezVous.referentId);
  const lieu = lieux.find(({ id }) => id === rendezVous.lieuId);
  const salle = lieu?.salles.find(({ id }) => id === rendezVous.salleId);
  return [
    { label: "Heure", value: `${heureDe(rendezVous.debut)} à ${heureDe(rendezVous.fin)}` },
    { label: "Reçoit", value: membre ? nomMembre(membre) : null },
    { label: "Lieu", value: [lieu?.nom, salle?.nom].filter(Boolean).join(", ") },
    { label: "Comment", value: libellesModalite[rendezVous.modalite] },
    { label: "Structure", value: structure.nom },
  ];
}

function UneVenue({ venue, ...props }: PropsRendezVous & { readonly venue: Venue }): VNode {
  const { lu, href, droits } = props;
  const { personneId, statut, arrivee } = venue;
  const personne = lu.personnes.get(personneId);
  const suites = lu.suites.get(personneId) ?? [];
  const etat = etatDeVenue(statut, lu.rendezVous, lu.maintenant);
  const commence = lu.rendezVous.debut <= lu.maintenant;
  return (
    <li class="stack-tight">
      <p class="row">
        {personne ? (
          <a href={href(`/personnes/${personneId}`)}>{nomDe(personne)}</a>
        ) : (
          nomDe(personne)
        )}
        <Etat tone={tonsEtat[etat]}>{libellesEtat[etat]}</Etat>
        {arrivee && <span class="muted small">Arrivée à {heureDe(arrivee)}</span>}
      </p>
      {venue.issueMotif && <p class="small muted">{venue.issueMotif}</p>}
      {suites.length > 0 && (
        <ul class="small">
          {suites.map((suite) => (
            <li key={suite}>{libellesSuite[suite]}</li>
          ))}
        </ul>
      )}
      {suites.includes("reconvoquer") && droits.has("agenda:tenir") && (
        <p>
          <a
            href={href(
              adresse("/agenda/prendre", {
                structure: lu.structure.id,
                personne: personneId,
                motif: lu.rendezVous.motif,
                referent: lu.rendezVous.referentId,
              }),
            )}
          >
            Prendre un nouveau rendez-vous
          </a>
        </p>
      )}
      {statut === "honore" && personne && droits.has("entretien:saisir") && (
        <p>
          <a
            href={href(
              adresse(`/personnes/${personneId}/entretiens/ecrire`, {
                "rendez-vous": lu.rendezVous.id,
              }),
            )}
          >
            Raconter l’entretien
          </a>
        </p>
      )}
      {droits.has("agenda:tenir") && personne && statut !== "annule" && commence && (
        <Issue {...props} venue={venue} />
      )}
    </li>
  );
}

const issues = ["honore", "absent-excuse", "absent-non-excuse"] as const;

function Issue({
  venue,
  lu,
  href,
  etat,
  acte,
}: PropsRendezVous & { readonly venue: Venue }): VNode {
  const ouvert = venue.statut === "prevu" || acte === "issue";
  const cle = `issue-${venue.personneId}`;
  return (
    <details open={ouvert}>
      <summary>{venue.statut === "prevu" ? "Noter l’issue" : "Corriger l’issue"}</summary>
      <Form
        action={href(`/agenda/rendez-vous/${lu.rendezVous.id}/issue`)}
        layout="wide"
        fields={{ personne: String(venue.personneId), lu: venue.statut }}
        label={`Issue pour ${nomDe(lu.personnes.get(venue.personneId))}`}
      >
        <Radios
          name="statut"
          id={cle}
          label="La personne"
          layout="inline"
          value={venue.statut === "prevu" ? undefined : venue.statut}
          error={etat.problems["issues.0.statut"]}
          options={issues.map((statut) => ({ value: statut, label: libellesStatut[statut] }))}
        />
        <TextField name="motif" id={`${cle}-motif`} label="Précision" optional />
        <FormActions>
          <Button kind="primary">Enregistrer l’issue</Button>
        </FormActions>
      </Form>
    </details>
  );
}

/** Moving and cancelling what is to come, convening who is expected. */
function Actes(props: PropsRendezVous): VNode | null {
  const { lu, droits, href, acte, etat } = props;
  const { rendezVous } = lu;
  if (!droits.has("agenda:tenir") || rendezVous.statut !== "prevu") return null;
  const vers = (fin: string) => href(`/agenda/rendez-vous/${rendezVous.id}/${fin}`);
  const fields = { version: String(rendezVous.version) };
  const avenir = rendezVous.debut > lu.maintenant;
  return (
    <Card title="Agir">
      <div class="stack">
        {avenir && <Convoquer {...props} />}
        {avenir && (
          <details open={acte === "deplacer"}>
            <summary>Déplacer</summary>
            <Form action={vers("deplacer")} layout="wide" fields={fields} label="Déplacer">
              <Deplacer {...props} />
            </Form>
          </details>
        )}
        <details open={acte === "annuler"}>
          <summary>Annuler</summary>
          <Form action={vers("annuler")} layout="wide" fields={fields} label="Annuler">
            <QuiNeVientPas {...props} />
            <Radios
              name="par"
              label="Qui annule ?"
              layout="inline"
              value={etat.values["par"]}
              error={etat.problems["par"]}
              options={[
                { value: "personne", label: "La personne" },
                { value: "service", label: "Le service" },
              ]}
            />
            <TextField
              name="motif"
              id={acte === "annuler" ? undefined : "annuler-motif"}
              label="Pourquoi"
              value={acte === "annuler" ? etat.values["motif"] : ""}
              error={acte === "annuler" ? etat.problems["motif"] : undefined}
            />
            <Prevenir cle="annuler" />
            <FormActions>
              <Button kind="danger">Annuler le rendez-vous</Button>
            </FormActions>
          </Form>
        </details>
      </div>
    </Card>
  );
}

/** At a collective meeting, one person may be taken off without the others. */
function QuiNeVientPas({ lu, etat }: PropsRendezVous): VNode | null {
  const attendues = lu.rendezVous.venues.flatMap(({ personneId, statut }) => {
    const personne = statut === "prevu" ? lu.personnes.get(personneId) : undefined;
    return personne ? [{ value: String(personneId), label: nomDe(personne) }] : [];
  });
  if (lu.rendezVous.capacite === null || attendues.length === 0) return null;
  return (
    <Select
      name="personne"
      label="Qui n’est plus attendu ?"
      value={etat.values["personne"] ?? ""}
      error={etat.problems["personneId"]}
      options={[{ value: "", label: "Personne : tout le rendez-vous est annulé" }, ...attendues]}
    />
  );
}

function Prevenir({ cle }: { readonly cle: string }): VNode {
  return (
    <Checkbox
      name="prevenir"
      id={`${cle}-prevenir`}
      label="Prévenir la personne par courriel ou SMS"
      checked
    />
  );
}

function Deplacer({ lu, etat, acte }: PropsRendezVous): VNode {
  const sien = acte === "deplacer";
  const { rendezVous, equipe } = lu;
  return (
    <>
      <div class="row">
        <DateField
          name="jour"
          label="Nouveau jour"
          value={sien ? etat.values["jour"] : formatDate(rendezVous.jour)}
          error={sien ? etat.problems["jour"] : undefined}
        />
        <TextField
          name="heure"
          label="Nouvelle heure"
          hint="09:30"
          width={5}
          value={sien ? etat.values["heure"] : heureDe(rendezVous.debut)}
          error={sien ? etat.problems["heure"] : undefined}
        />
      </div>
      <Select
        name="referentId"
        label="Reçoit"
        value={String(rendezVous.referentId ?? "")}
        options={equipe.map((membre) => ({ value: String(membre.id), label: nomMembre(membre) }))}
      />
      <TextField name="motif" id="deplacer-motif" label="Pourquoi" optional />
      {etat.refusal?.code === "rendez-vous.hors-horaires" && (
        <Checkbox name="horsHoraires" label="Recevoir quand même à cette heure" />
      )}
      <Prevenir cle="deplacer" />
      <FormActions>
        <Button kind="primary">Déplacer le rendez-vous</Button>
      </FormActions>
    </>
  );
}

const usages: Readonly<Record<string, string>> = {
  "convocation-rendez-vous": "Convocation",
  "rappel-rendez-vous": "Rappel",
  "annulation-rendez-vous": "Annulation",
  "deplacement-rendez-vous": "Changement",
};

/** What was sent, with its proof: the message and what the server answered, or the letter. */
function Envois({ lu, messages, href, droits }: PropsRendezVous): VNode | null {
  const lettres = lu.envois.filter(({ courrierId }) => courrierId !== null);
  if (lettres.length === 0 && messages.length === 0) return null;
  return (
    <Card title="Ce qui a été envoyé">
      <ul class="plain-list stack-tight">
        {messages.map((message) => (
          <li key={`m${message.id}`}>
            {droits.has("courrier:lire") ? (
              <a href={href(`/messages/${message.id}`)}>
                {usages[message.usage]} par {canaux[message.canal]}
              </a>
            ) : (
              `${usages[message.usage]} par ${canaux[message.canal]}`
            )}
            , {nomDe(lu.personnes.get(message.personneId))}{" "}
            <span class="muted small">{etatMessage(message)}</span>
          </li>
        ))}
        {lettres.map((envoi) => (
          <li key={`c${envoi.courrierId}`}>
            <a href={href(`/courriers/${envoi.courrierId}`)}>{usages[envoi.usage]} par lettre</a>,{" "}
            {nomDe(lu.personnes.get(envoi.personneId))}{" "}
            <span class="muted small">émise le {formatInstant(envoi.le)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const titres: Readonly<Record<string, string>> = {
  ...libellesStatut,
  pris: "Rendez-vous pris",
  deplace: "Rendez-vous déplacé",
  annule: "Rendez-vous annulé",
  arrivee: "Personne arrivée",
  "arrivee-annulee": "Arrivée effacée",
};

/** Of several, which one; alone, the title of the page says it. */
function nomDuFait({ rendezVous, personnes }: RendezVousConsulte, personneId: number | null) {
  if (personneId === null || rendezVous.venues.length < 2) return [];
  return [nomDe(personnes.get(personneId))];
}

function histoire({ lu }: PropsRendezVous) {
  return lu.faits.map((fait, rang) => ({
    key: `${rang}`,
    when: `${formatInstant(fait.le)}, par ${fait.par}`,
    what: [titres[fait.fait] ?? fait.fait, ...nomDuFait(lu, fait.personneId)].join(", "),
    ...(fait.detail !== null && { detail: fait.detail }),
  }));
}
