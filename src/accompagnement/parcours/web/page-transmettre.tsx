import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Textarea } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { moyensAnnonce } from "../schemas.ts";
import type { Collegue, TransmissionPreparee } from "../usecases/transmettre.ts";
import { type Href, nommer } from "./mots.tsx";

interface Props {
  readonly preparee: TransmissionPreparee;
  readonly etat: FormState;
  readonly href: Href;
}

/** Who takes whom over, proposed by what each has left, changed by hand person by person, then done at once. */
export function PageTransmettre(props: Props): VNode {
  const { preparee, etat } = props;
  const { referent, personnes, collegues, le } = preparee;
  const nom = formatName(referent.nom, referent.prenom);
  return (
    <>
      <PageHeader
        over={referent.structure}
        title={`Transmettre le portefeuille de ${nom}`}
        meta={
          <span>
            {formatCount(personnes.length, "personne", "personnes")}, à compter du {formatDate(le)}
          </span>
        }
      />
      <div class="stack">
        <ErrorSummary problems={etat.problems} />
        {preparee.horsPerimetre > 0 && (
          <Alert
            tone="waiting"
            title={`${formatCount(preparee.horsPerimetre, "autre personne n’est pas", "autres personnes ne sont pas")} dans votre périmètre`}
          >
            Le responsable de leur territoire les transmettra. Le départ ne s’enregistre qu’une fois
            le portefeuille vide.
          </Alert>
        )}
        {personnes.length === 0 || collegues.length === 0 ? (
          <EmptyState
            title={
              personnes.length === 0
                ? "Ce portefeuille est vide"
                : "Personne ne peut reprendre ce portefeuille"
            }
            text={
              personnes.length === 0
                ? "Il n’y a rien à transmettre : le départ peut être enregistré dans la rubrique Réseau."
                : "Aucun autre référent de la structure n’est en poste. Accueillez-en un dans la rubrique Réseau, ou réorientez les personnes."
            }
          />
        ) : (
          <Formulaire {...props} />
        )}
      </div>
    </>
  );
}

function Formulaire(props: Props): VNode {
  const { preparee, etat, href } = props;
  const { personnes, collegues, referent } = preparee;
  const sansPlace = personnes.filter(({ propose }) => propose === null).length;
  return (
    <Form
      action={href("/portefeuille/transmettre")}
      layout="wide"
      label="Transmettre le portefeuille"
      fields={{ referent: String(referent.id) }}
    >
      {sansPlace > 0 && (
        <Alert
          tone="soon"
          title={`${formatCount(sansPlace, "personne reste", "personnes restent")} sans place`}
        >
          Les collègues n’ont plus de place. Augmentez leurs places dans la rubrique Réseau, ou
          réorientez ces personnes.
        </Alert>
      )}
      <Card title="Charges, avant et après">
        <Charges {...props} />
      </Card>
      <Table
        caption="Qui reprend qui : la répartition proposée suit les places restantes, changez-la au besoin"
        columns={[
          { key: "personne", label: "Personne", phone: "title" },
          { key: "commune", label: "Commune", secondary: true },
          { key: "vers", label: "Nouveau référent" },
        ]}
        rows={personnes.map((une) => {
          const name = `vers-${une.personneId}`;
          return {
            key: String(une.personneId),
            cells: [
              nommer(une),
              une.commune ?? "",
              <Select
                key={name}
                name={name}
                label={`Nouveau référent de ${nommer(une)}`}
                labelHidden
                empty="Choisissez"
                value={etat.values[name] ?? (une.propose === null ? "" : String(une.propose))}
                error={etat.problems[name]}
                options={collegues.map(enOption)}
              />,
            ],
          };
        })}
      />
      <Textarea
        name="motif"
        label="Motif"
        hint="Départ, congé, nouvelle répartition des secteurs"
        value={etat.values["motif"] ?? ""}
        error={etat.problems["motif"]}
        rows={2}
      />
      <Radios
        name="annonce"
        label="Prévenir chaque personne"
        value={etat.values["annonce"] ?? "lettre-simple"}
        error={etat.problems["annonce"]}
        options={[
          ...Object.entries(moyensAnnonce).map(([value, label]) => ({ value, label })),
          { value: "non", label: "Ne pas écrire de lettre" },
        ]}
      />
      <FormActions>
        <Button kind="primary">Transmettre</Button>
      </FormActions>
    </Form>
  );
}

function enOption({ referent: { id, nom, prenom, places }, suivies }: Collegue) {
  const charge = places === null ? `${suivies}` : `${suivies} sur ${places}`;
  return { value: String(id), label: `${formatName(nom, prenom)} (${charge})` };
}

function Charges({ preparee: { collegues, personnes } }: Props): VNode {
  return (
    <Table
      caption="Personnes suivies par chaque collègue"
      captionHidden
      columns={[
        { key: "referent", label: "Référent" },
        { key: "avant", label: "Avant", numeric: true, fit: true },
        { key: "recues", label: "Proposées", numeric: true, fit: true },
        { key: "apres", label: "Après", numeric: true, fit: true },
        { key: "places", label: "Places", numeric: true, fit: true },
      ]}
      rows={collegues.map(({ referent: { id, nom, prenom, places }, suivies }) => {
        const recues = personnes.filter(({ propose }) => propose === id).length;
        return {
          key: String(id),
          cells: [
            formatName(nom, prenom),
            formatNumber(suivies),
            formatNumber(recues),
            formatNumber(suivies + recues),
            places === null ? "sans limite" : formatNumber(places),
          ],
        };
      })}
    />
  );
}
