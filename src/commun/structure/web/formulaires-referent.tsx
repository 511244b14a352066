import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import type { FicheReferent } from "../db/referents.ts";
import { libellesMotif, motifsAbsence } from "../domain/libelles.ts";
import { nomDe } from "./mots.ts";
import type { Lieu } from "./ports.ts";

type Href = (path: string) => string;

const champs = [
  ["prenom", "Prénom"],
  ["nom", "Nom"],
  ["fonction", "Fonction"],
] as const;

export function ChampsReferent({
  state: { values, problems },
  comptes,
}: {
  state: FormState;
  comptes: readonly Lieu[];
}): VNode {
  return (
    <>
      <Radios
        name="qualite"
        label="Civilité"
        layout="inline"
        value={values["qualite"]}
        error={problems["qualite"]}
        options={["Mme", "M."].map((value) => ({ value, label: value }))}
        optional
      />
      {champs.map(([name, label]) => (
        <TextField
          key={name}
          name={name}
          label={label}
          value={values[name]}
          error={problems[name]}
          width={20}
        />
      ))}
      <TextField
        name="etp"
        label="Part de temps plein"
        hint="1 pour un temps plein, 0,8 pour quatre jours sur cinq."
        inputMode="decimal"
        value={values["etp"]}
        error={problems["etp"]}
        width={5}
      />
      <TextField
        name="places"
        label="Personnes qu’il ou elle peut suivre"
        hint="Tous types d’orientation ensemble ; laissez vide s’il n’y a pas de limite."
        inputMode="numeric"
        value={values["places"]}
        error={problems["places"]}
        width={5}
        optional
      />
      <TextField
        name="telephone"
        label="Téléphone professionnel"
        type="tel"
        value={values["telephone"]}
        error={problems["telephone"]}
        width={10}
        optional
      />
      <TextField
        name="courriel"
        label="Courriel professionnel"
        type="email"
        value={values["courriel"]}
        error={problems["courriel"]}
        width={20}
        optional
      />
      <Select
        name="agentId"
        label="Compte dans l’application"
        hint="Avec lui, il ou elle retrouve son portefeuille en se connectant."
        empty="Sans compte"
        value={values["agentId"]}
        error={problems["agentId"]}
        options={comptes.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        optional
      />
    </>
  );
}

export function PageAccueillir({
  structure,
  state,
  comptes,
  href,
}: {
  structure: { readonly id: number; readonly nom: string };
  state: FormState;
  comptes: readonly Lieu[];
  href: Href;
}): VNode {
  return (
    <>
      <PageHeader over={structure.nom} title="Accueillir un référent" />
      <ErrorSummary problems={state.problems} />
      <Form action={href(`/structures/${structure.id}/referents/nouveau`)}>
        <DateField
          name="du"
          label="Arrivée le"
          value={state.values["du"]}
          error={state.problems["du"]}
        />
        <ChampsReferent state={state} comptes={comptes} />
        <FormActions>
          <Button kind="primary">Enregistrer l’arrivée</Button>
          <ButtonLink href={href(`/structures/${structure.id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export function PageModifierReferent({
  referent,
  version,
  state,
  comptes,
  href,
}: {
  referent: FicheReferent;
  version: number;
  state: FormState;
  comptes: readonly Lieu[];
  href: Href;
}): VNode {
  const conflit = state.status === 409;
  return (
    <>
      <PageHeader over={nomDe(referent)} title="Modifier la fiche du référent" />
      <ErrorSummary problems={state.problems} />
      {conflit && (
        <Diff
          caption="Les deux versions"
          heads={["Enregistré par l’autre personne", "Votre saisie"]}
          lines={[
            ...champs.map(([name, label]) => ({
              label,
              before: referent[name],
              after: state.values[name] ?? "",
            })),
            {
              label: "Part de temps plein",
              before: String(referent.etp).replace(".", ","),
              after: state.values["etp"] ?? "",
            },
            {
              label: "Personnes",
              before: referent.places === null ? "" : String(referent.places),
              after: state.values["places"] ?? "",
            },
          ]}
        />
      )}
      <Form
        action={href(`/referents/${referent.id}/modifier`)}
        fields={{ version: String(conflit ? referent.version : version) }}
      >
        <ChampsReferent state={state} comptes={comptes} />
        <FormActions>
          <Button kind="primary">{conflit ? "Enregistrer ma version" : "Enregistrer"}</Button>
          <ButtonLink href={href(`/referents/${referent.id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export function PageAbsence({
  referent,
  collegues,
  state: { values, problems },
  href,
}: {
  referent: FicheReferent;
  collegues: readonly FicheReferent[];
  state: FormState;
  href: Href;
}): VNode {
  return (
    <>
      <PageHeader over={nomDe(referent)} title="Déclarer une absence" />
      <ErrorSummary problems={problems} />
      <Form action={href(`/referents/${referent.id}/absences`)}>
        <p class="measure">
          Pendant l’absence, aucune nouvelle personne ne lui est proposée. Son portefeuille ne
          change pas.
        </p>
        <DateField name="du" label="Premier jour" value={values["du"]} error={problems["du"]} />
        <DateField
          name="au"
          label="Dernier jour, compris"
          hint="jj/mm/aaaa ; laissez vide si le retour n’est pas connu."
          value={values["au"]}
          error={problems["au"]}
          optional
        />
        <Radios
          name="motif"
          label="Motif"
          hint="N’écrivez jamais de raison de santé : « absence longue » suffit."
          value={values["motif"]}
          error={problems["motif"]}
          options={motifsAbsence.map((code) => ({ value: code, label: libellesMotif[code] }))}
        />
        <Select
          name="remplaceParId"
          label="Remplacement par"
          empty="Personne"
          value={values["remplaceParId"]}
          error={problems["remplaceParId"]}
          options={collegues.map((un) => ({ value: String(un.id), label: nomDe(un) }))}
          optional
        />
        <FormActions>
          <Button kind="primary">Déclarer l’absence</Button>
          <ButtonLink href={href(`/referents/${referent.id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
