import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkbox, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions, FormSection } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { SeanceLue } from "../db/seances.ts";
import { libellesNature } from "../domain/natures.ts";
import type { SeanceAPreparer } from "../usecases/lire-seances.ts";
import { type Href, montantSaisi } from "./mots.tsx";

interface Props {
  readonly etat: FormState;
  readonly href: Href;
}

const champ = ({ etat }: Props, name: string) => ({
  name,
  value: etat.values[name] ?? "",
  error: etat.problems[name],
});

const nature = Object.entries(libellesNature).map(([value, label]) => ({ value, label }));

export function PageNouvelle(props: Props & { readonly prepare: SeanceAPreparer }): VNode {
  const { etat, href, prepare } = props;
  const { actions, structures } = prepare;
  return (
    <>
      <PageHeader title="Créer une séance" />
      <ErrorSummary problems={etat.problems} />
      <Form action={href("/seances/nouvelle")}>
        <FormSection title="Qui la tient">
          <Select
            {...champ(props, "actionId")}
            label="Action"
            optional
            empty="Aucune : la séance est celle d’une structure"
            options={actions.map(({ id, nom, structure, territoire }) => ({
              value: String(id),
              label: `${nom} (${structure}, ${territoire})`,
            }))}
          />
          <Select
            {...champ(props, "structureId")}
            label="Structure, quand il n’y a pas d’action"
            optional
            empty="Celle de l’action"
            options={structures.map(({ id, nom }) => ({ value: String(id), label: nom }))}
          />
        </FormSection>
        <Contenu {...props} />
        <FormSection title="La répéter">
          <Select
            {...champ(props, "rythme")}
            label="Rythme"
            optional
            empty="Une seule séance"
            options={[
              { value: "semaine", label: "Chaque semaine, le même jour" },
              { value: "quinzaine", label: "Toutes les deux semaines" },
              { value: "mois", label: "Chaque mois, le même quantième" },
            ]}
          />
          <TextField
            {...champ(props, "nombre")}
            label="Nombre de dates"
            hint="Les jours fériés sont sautés, et vous sont dits."
            optional
            inputMode="numeric"
            width={5}
          />
        </FormSection>
        <FormActions>
          <Button kind="primary">Créer</Button>
          <ButtonLink href={href("/seances")} kind="quiet">
            Revenir aux séances
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export function PageModifier(
  props: Props & { readonly seance: SeanceLue; readonly conflit: boolean },
): VNode {
  const { etat, href, seance, conflit } = props;
  return (
    <>
      <PageHeader over={libellesNature[seance.nature]} title={`Modifier « ${seance.titre} »`} />
      <ErrorSummary problems={etat.problems} />
      {conflit && (
        <p>
          Enregistré entre-temps : {seance.titre}, le {formatDate(seance.jour)}, {seance.lieu},{" "}
          {seance.capacite} places.{" "}
          <a href={href(`/seances/${seance.id}/modifier`)}>Repartir de là</a>
        </p>
      )}
      <Form
        action={href(`/seances/${seance.id}/modifier`)}
        fields={{ version: etat.values["version"] ?? String(seance.version) }}
      >
        <Contenu {...props} />
        <FormActions>
          <Button kind="primary">Enregistrer</Button>
          <ButtonLink href={href(`/seances/${seance.id}`)} kind="quiet">
            Revenir à la séance
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

function Contenu(props: Props): VNode {
  return (
    <>
      <FormSection title="La séance">
        <Select {...champ(props, "nature")} label="Nature" options={nature} />
        <TextField {...champ(props, "titre")} label="Titre" />
        <Textarea {...champ(props, "description")} label="Description" rows={3} optional />
        <Checkbox
          name="mixte"
          label="Ouverte à un autre public que les personnes au RSA"
          checked={(props.etat.values["mixte"] ?? "") !== ""}
        />
      </FormSection>
      <FormSection title="Où et quand">
        <TextField {...champ(props, "lieu")} label="Lieu" />
        <DateField {...champ(props, "jour")} label="Jour" />
        <div class="row">
          <TextField {...champ(props, "debut")} label="De" hint="9 h 30 ou 09:30" width={5} />
          <TextField {...champ(props, "fin")} label="À" hint="11 h 30 ou 11:30" width={5} />
        </div>
      </FormSection>
      <FormSection title="Places et coût">
        <TextField {...champ(props, "capacite")} label="Places" inputMode="numeric" width={5} />
        <TextField
          {...champ(props, "cout")}
          label="Coût de la séance"
          optional
          inputMode="decimal"
          width={10}
          suffix="€"
        />
        <TextField
          {...champ(props, "animateurs")}
          label="Animation"
          hint="Les noms, séparés par des virgules."
          optional
        />
      </FormSection>
    </>
  );
}

/** A session as its form shows it. */
export function saisieDe(seance: SeanceLue): Record<string, string> {
  return {
    nature: seance.nature,
    titre: seance.titre,
    description: seance.description ?? "",
    lieu: seance.lieu,
    jour: formatDate(seance.jour),
    debut: seance.debut,
    fin: seance.fin,
    capacite: String(seance.capacite),
    cout: montantSaisi(seance.coutCentimes),
    animateurs: seance.animateurs.join(", "),
    mixte: seance.mixte ? "oui" : "",
    version: String(seance.version),
  };
}
