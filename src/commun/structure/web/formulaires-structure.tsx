import type { VNode } from "preact";
import { classesOrganisme } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkboxes, Select } from "#platform/ui/components/choices.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { fieldId } from "#platform/ui/components/field.tsx";
import { Form, FormActions, FormSection } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import type { FicheStructure } from "../db/structures.ts";
import { libellesClasse } from "../domain/libelles.ts";
import type { Lieu } from "./ports.ts";

type Href = (path: string) => string;

export interface TypeChoisi {
  readonly code: string;
  readonly libelle: string;
}

const champs = [
  ["sigle", "Sigle", 10],
  ["adresse", "Adresse", 20],
  ["codePostal", "Code postal", 5],
  ["commune", "Commune", 20],
  ["telephone", "Téléphone", 10],
  ["courriel", "Courriel", 20],
  ["siret", "SIRET", 10],
] as const;

export function ChampsStructure({ state }: { state: FormState }): VNode {
  const { values, problems } = state;
  return (
    <>
      <TextField name="nom" label="Nom" value={values["nom"]} error={problems["nom"]} width={20} />
      <Select
        name="classe"
        label="Classe de l’organisme"
        hint="Elle dit quels types d’orientation peuvent lui être confiés."
        empty="Choisissez"
        value={values["classe"]}
        error={problems["classe"]}
        options={classesOrganisme.map((code) => ({ value: code, label: libellesClasse[code] }))}
      />
      {champs.map(([name, label, width]) => (
        <TextField
          key={name}
          name={name}
          label={label}
          value={values[name]}
          error={problems[name]}
          width={width}
          optional
        />
      ))}
    </>
  );
}

export interface ChoixSecteurs {
  readonly types: readonly TypeChoisi[];
  readonly territoires: readonly Lieu[];
  /** `type|territoire`, those in force. */
  readonly coches: readonly string[];
  /** Only a reader of the whole département opens it as a whole. */
  readonly departement: boolean;
}

export const valeurSecteur = (type: string, territoireId: number | null) =>
  `${type}|${territoireId ?? "tous"}`;

/** One group per type. What is out of the reader's territories stays as it is. */
export function ChampsSecteurs({
  choix: { types, territoires, coches, departement },
  problems,
}: {
  choix: ChoixSecteurs;
  problems: FormState["problems"];
}): VNode {
  const lieux = [
    ...(departement ? [{ id: null, nom: "Tout le département" }] : []),
    ...territoires,
  ];
  const offertes = new Set(
    types.flatMap(({ code }) => lieux.map(({ id }) => valeurSecteur(code, id))),
  );
  return (
    <FormSection title="Ce qu’elle reçoit, et où">
      {problems["secteurs"] !== undefined && (
        <p class="error" id={fieldId("secteurs")} tabIndex={-1}>
          {problems["secteurs"]}
        </p>
      )}
      {types.map(({ code, libelle }) => (
        <Checkboxes
          key={code}
          name="secteurs"
          id={`secteurs-${code}`}
          label={libelle}
          layout="inline"
          values={coches}
          options={lieux.map(({ id, nom }) => ({ value: valeurSecteur(code, id), label: nom }))}
          filter
        />
      ))}
      {coches
        .filter((coche) => !offertes.has(coche))
        .map((coche) => (
          <input key={coche} type="hidden" name="secteurs" value={coche} />
        ))}
    </FormSection>
  );
}

export function PageNouvelleStructure({
  state,
  choix,
  href,
}: {
  state: FormState;
  choix: ChoixSecteurs;
  href: Href;
}): VNode {
  return (
    <>
      <PageHeader title="Créer une structure" />
      <ErrorSummary problems={state.problems} />
      <Form action={href("/structures/nouvelle")} busy="Création…">
        <ChampsStructure state={state} />
        <DateField
          name="du"
          label="Dans le réseau à partir du"
          value={state.values["du"]}
          error={state.problems["du"]}
        />
        <ChampsSecteurs choix={choix} problems={state.problems} />
        <FormActions>
          <Button kind="primary">Créer la structure</Button>
          <ButtonLink href={href("/structures")}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export function PageModifierStructure({
  fiche,
  version,
  state,
  href,
}: {
  fiche: FicheStructure;
  version: number;
  state: FormState;
  href: Href;
}): VNode {
  const conflit = state.status === 409;
  const saisies = [["nom", "Nom"], ...champs] as const;
  return (
    <>
      <PageHeader over={fiche.nom} title="Modifier la structure" />
      <ErrorSummary problems={state.problems} />
      {conflit && (
        <Diff
          caption="Les deux versions"
          heads={["Enregistré par l’autre personne", "Votre saisie"]}
          lines={saisies.map(([name, label]) => ({
            label,
            before: fiche[name] ?? "",
            after: state.values[name] ?? "",
          }))}
        />
      )}
      <Form
        action={href(`/structures/${fiche.id}/modifier`)}
        fields={{ version: String(conflit ? fiche.version : version) }}
      >
        <ChampsStructure state={state} />
        <FormActions>
          <Button kind="primary">{conflit ? "Enregistrer ma version" : "Enregistrer"}</Button>
          <ButtonLink href={href(`/structures/${fiche.id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export function PageSecteurs({
  fiche,
  state,
  choix,
  href,
}: {
  fiche: FicheStructure;
  state: FormState;
  choix: ChoixSecteurs;
  href: Href;
}): VNode {
  return (
    <>
      <PageHeader over={fiche.nom} title="Changer les secteurs" />
      <ErrorSummary problems={state.problems} />
      <Form action={href(`/structures/${fiche.id}/secteurs`)}>
        <p class="measure">
          Cochez tout ce que la structure recevra à partir du jour choisi. Ce qui n’est plus coché
          s’arrête ce jour-là ; les personnes déjà suivies le restent.
        </p>
        <DateField
          name="depuis"
          label="À partir du"
          value={state.values["depuis"]}
          error={state.problems["depuis"]}
        />
        <ChampsSecteurs choix={choix} problems={state.problems} />
        <FormActions>
          <Button kind="primary">Enregistrer les secteurs</Button>
          <ButtonLink href={href(`/structures/${fiche.id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
