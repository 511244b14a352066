import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { FicheStructure } from "../db/structures.ts";
import type { TypeChoisi } from "./formulaires-structure.tsx";

type Href = (path: string) => string;

export function PageCapacite({
  fiche,
  state,
  types,
  href,
}: {
  fiche: FicheStructure;
  state: FormState;
  types: readonly TypeChoisi[];
  href: Href;
}): VNode {
  const { values, problems } = state;
  return (
    <>
      <PageHeader over={fiche.nom} title="Changer les places" />
      <ErrorSummary problems={problems} />
      <Form action={href(`/structures/${fiche.id}/places`)}>
        <Select
          name="type"
          label="Type d’orientation"
          value={values["type"]}
          error={problems["type"]}
          options={types.map(({ code, libelle }) => ({ value: code, label: libelle }))}
        />
        <TextField
          name="places"
          label="Nombre de places"
          hint="Laissez vide s’il n’y a plus de limite."
          inputMode="numeric"
          value={values["places"]}
          error={problems["places"]}
          width={5}
          optional
        />
        <DateField name="du" label="À partir du" value={values["du"]} error={problems["du"]} />
        <DateField
          name="au"
          label="Jusqu’au, ce jour compris"
          hint="jj/mm/aaaa ; ensuite, les places d’avant reviennent. Sans fin si rien n’est écrit."
          value={values["au"]}
          error={problems["au"]}
          optional
        />
        <FormActions>
          <Button kind="primary">Enregistrer les places</Button>
          <ButtonLink href={href(`/structures/${fiche.id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export function PageFermerStructure({
  fiche,
  state,
  href,
}: {
  fiche: FicheStructure;
  state: FormState;
  href: Href;
}): VNode {
  return (
    <>
      <PageHeader title={`Fermer « ${fiche.nom} »`} />
      <ErrorSummary problems={state.problems} />
      <Form action={href(`/structures/${fiche.id}/fermer`)}>
        <p class="measure">
          À partir du lendemain, plus aucune orientation ne mènera à cette structure, ouverte depuis
          le {formatDate(fiche.du)}. Son passé reste lisible. Ses référents doivent l’avoir quittée,
          et les personnes qu’elle suit avoir été confiées à une autre.
        </p>
        <DateField
          name="dernierJour"
          label="Dernier jour"
          value={state.values["dernierJour"]}
          error={state.problems["dernierJour"]}
        />
        <FormActions>
          <Button kind="danger">Fermer cette structure</Button>
          <ButtonLink href={href(`/structures/${fiche.id}`)}>Annuler</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
