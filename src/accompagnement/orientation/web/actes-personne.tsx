import type { ComponentChildren, VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { demandeursEnMots, issuesRendezVous } from "../domain/libelles.ts";
import { feuilles } from "../domain/types.ts";
import { moyensDeNotification } from "../schemas.ts";
import type { OrientationConsultee } from "../usecases/consulter-orientation.ts";
import type { Href } from "./mots.tsx";
import { optionsReferents, optionsServices, problemesDuService } from "./options.ts";

export interface PropsActes {
  readonly orientation: OrientationConsultee;
  readonly etat: FormState;
  /** The act that was refused, to open it again. */
  readonly acte: string | null;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

interface Acte {
  readonly cle: string;
  readonly titre: string;
  readonly bouton: string;
  readonly droit: string;
  /** Whether it makes sense for this person now. */
  readonly possible: (orientation: OrientationConsultee) => boolean;
  readonly champs: (props: PropsActes) => ComponentChildren;
}

/** What this agent can do of the orientation of this person, now. */
export function CarteActes(props: PropsActes): VNode | null {
  const { orientation, droits } = props;
  const offerts = actes.filter(({ droit, possible }) => droits.has(droit) && possible(orientation));
  if (offerts.length === 0) return null;
  return (
    <Card title="Agir">
      <div class="stack">
        {offerts.map((acte) => (
          <details key={acte.cle} open={props.acte === acte.cle}>
            <summary>{acte.titre}</summary>
            <Form
              action={props.href(`/personnes/${orientation.personneId}/orientation/${acte.cle}`)}
              layout="wide"
              label={acte.titre}
            >
              {acte.champs(props)}
              <FormActions>
                <Button kind="primary">{acte.bouton}</Button>
              </FormActions>
            </Form>
          </details>
        ))}
      </div>
    </Card>
  );
}

/** Several forms share the page: each has ids of its own, but the one refused, which the summary links to. */
function champ({ etat, acte }: PropsActes, cle: string, name: string) {
  return {
    name,
    id: acte === cle ? undefined : `${cle}-${name}`,
    value: acte === cle ? (etat.values[name] ?? "") : "",
    error: acte === cle ? etat.problems[name] : undefined,
  };
}

const enCours = ({ enCours: courante }: OrientationConsultee) => courante !== null;
const sansAvis = (orientation: OrientationConsultee) =>
  orientation.circuit.confirmationParReferent &&
  orientation.enCours?.designation != null &&
  orientation.enCours.designation.avis === null;
const sansDemande = (orientation: OrientationConsultee) =>
  enCours(orientation) && !orientation.demandes.some(({ etat }) => etat === "en-instance");

const types = ({ orientation }: PropsActes) =>
  feuilles(orientation.types).map(({ code, libelle }) => ({ value: code, label: libelle }));

const actes: readonly Acte[] = [
  {
    cle: "rendez-vous",
    titre: "Fixer le premier rendez-vous",
    bouton: "Fixer le rendez-vous",
    droit: "orientation:confirmer",
    possible: enCours,
    champs: (props) => (
      <>
        <DateField {...champ(props, "rendez-vous", "prevuLe")} label="Jour" />
        <TextField
          {...champ(props, "rendez-vous", "heure")}
          label="Heure"
          hint="14:30"
          width={5}
          optional
        />
        <TextField {...champ(props, "rendez-vous", "lieu")} label="Lieu" optional />
      </>
    ),
  },
  {
    cle: "rendez-vous-tenu",
    titre: "Dire comment s’est passé le rendez-vous",
    bouton: "Enregistrer",
    droit: "orientation:confirmer",
    possible: ({ enCours: courante }) => courante?.rendezVous != null,
    champs: (props) => (
      <>
        <Radios
          {...champ(props, "rendez-vous-tenu", "issue")}
          label="La personne"
          options={Object.entries(issuesRendezVous).map(([value, label]) => ({ value, label }))}
        />
        <DateField {...champ(props, "rendez-vous-tenu", "le")} label="Jour" />
      </>
    ),
  },
  {
    cle: "confirmer",
    titre: "Confirmer la désignation",
    bouton: "Je confirme : cet accompagnement convient",
    droit: "orientation:confirmer",
    possible: sansAvis,
    champs: () => <p>Le premier diagnostic montre que ce référent convient à la personne.</p>,
  },
  {
    cle: "contester",
    titre: "Contester la désignation",
    bouton: "Contester et demander une réorientation",
    droit: "orientation:confirmer",
    possible: (orientation) => sansAvis(orientation) && sansDemande(orientation),
    champs: (props) => (
      <>
        <p>
          {props.orientation.circuit.reorientation[0]
            ? `La demande sera examinée par : ${props.orientation.circuit.reorientation[0].libelle}.`
            : "Le département décidera de la réorientation."}
        </p>
        <Textarea
          {...champ(props, "contester", "motif")}
          label="Pourquoi cet accompagnement ne convient-il pas ?"
          rows={3}
        />
        <Select
          {...champ(props, "contester", "typeSouhaite")}
          label="Ce qui conviendrait mieux"
          empty="Je ne sais pas"
          options={types(props)}
          optional
        />
      </>
    ),
  },
  {
    cle: "notifier",
    titre: "Notifier la décision",
    bouton: "Notifier",
    droit: "orientation:proposer",
    possible: ({ enCours: courante }) =>
      courante !== null && courante.orientation.notifieeLe === null,
    champs: (props) => (
      <Radios
        {...champ(props, "notifier", "moyen")}
        label="Par quel moyen ?"
        hint="Un moyen qui donne une date certaine (Code du travail, R5411-8-1)."
        options={Object.entries(moyensDeNotification).map(([value, label]) => ({ value, label }))}
      />
    ),
  },
  {
    cle: "reorienter",
    titre: "Demander une réorientation",
    bouton: "Demander",
    droit: "orientation:reorienter",
    possible: sansDemande,
    champs: (props) => (
      <>
        <Radios
          {...champ(props, "reorienter", "demandeur")}
          label="Qui le demande ?"
          options={Object.entries(demandeursEnMots).map(([value, label]) => ({ value, label }))}
        />
        <Textarea {...champ(props, "reorienter", "motif")} label="Pourquoi ?" rows={3} />
        <Select
          {...champ(props, "reorienter", "typeSouhaite")}
          label="Orientation souhaitée"
          empty="Aucune en particulier"
          options={types(props)}
          optional
        />
      </>
    ),
  },
  {
    cle: "referent",
    titre: "Changer de référent",
    bouton: "Changer",
    droit: "orientation:decider",
    possible: enCours,
    champs: (props) => {
      const { services, enCours: courante } = props.orientation;
      const memeType = services.filter(({ type }) => type === courante?.orientation.type);
      return (
        <>
          <Select
            {...champ(props, "referent", "structureId")}
            label="Structure"
            empty={courante?.designation?.structure ?? "La même"}
            options={memeType.map(({ structureId, nom }) => ({
              value: String(structureId),
              label: nom,
            }))}
            optional
          />
          <Select
            {...champ(props, "referent", "referentId")}
            label="Référent"
            empty="La structure le désignera"
            options={optionsReferents(memeType)}
            optional
          />
          <Textarea {...champ(props, "referent", "motif")} label="Pourquoi ?" rows={2} />
        </>
      );
    },
  },
  {
    cle: "proposer",
    titre: "Faire une proposition d’orientation",
    bouton: "Proposer",
    droit: "orientation:proposer",
    possible: (orientation) =>
      orientation.beneficiaire &&
      orientation.enCours === null &&
      !orientation.propositions.some(({ closeLe }) => closeLe === null),
    champs: () => <p>La matrice en vigueur est appliquée à ce qui est connu aujourd’hui.</p>,
  },
  {
    cle: "france-travail",
    titre: "Constater une orientation par France Travail",
    bouton: "Enregistrer",
    droit: "orientation:proposer",
    possible: (orientation) => orientation.beneficiaire && orientation.enCours === null,
    champs: (props) => (
      <>
        <DateField {...champ(props, "france-travail", "le")} label="Décidée le" />
        <Select
          {...champ(props, "france-travail", "service")}
          label="Type et structure"
          empty="Choisissez"
          options={optionsServices(props.orientation.types, props.orientation.services)}
          error={
            props.acte === "france-travail"
              ? problemesDuService(props.etat.problems)["service"]
              : undefined
          }
        />
      </>
    ),
  },
];
