import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { DateField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import type { Territoire } from "../db/territoires.ts";

export interface PageTerritoireProps {
  readonly territoire: Territoire;
  readonly autres: readonly Territoire[];
  readonly form: FormState;
  readonly aujourdhui: string;
  readonly peutGerer: boolean;
  readonly href: (path: string) => string;
}

const FORMULAIRE = "deplacer";

export function PageTerritoire(props: PageTerritoireProps): VNode {
  const { territoire, autres, form, peutGerer } = props;
  const { nom, communes, population, depuis } = territoire;
  const deplacable = peutGerer && autres.length > 0 && communes.length > 0;
  return (
    <div class="stack">
      <ErrorSummary problems={form.problems} />
      <PageHeader
        over="Territoire"
        title={nom}
        meta={
          <>
            <span>{formatCount(communes.length, "commune", "communes")}</span>
            <span>{formatCount(population, "habitant", "habitants")}</span>
            <span>depuis le {formatDate(depuis)}</span>
          </>
        }
      />
      {communes.length === 0 ? (
        <EmptyState
          title="Ce territoire n’a pas encore de commune"
          text="Ouvrez un autre territoire, cochez les communes à déplacer et choisissez celui-ci."
        />
      ) : (
        <div class={deplacable ? "with-side" : undefined}>
          <Communes territoire={territoire} form={form} choisir={deplacable} />
          {deplacable && <Deplacer {...props} />}
        </div>
      )}
    </div>
  );
}

function Communes({
  territoire,
  form,
  choisir,
}: {
  readonly territoire: Territoire;
  readonly form: FormState;
  readonly choisir: boolean;
}): VNode {
  const choisies = new Set(form.all("communes"));
  return (
    <Table
      caption={`Communes du territoire ${territoire.nom}`}
      captionHidden
      selection={choisir ? { form: FORMULAIRE, name: "communes" } : undefined}
      columns={[
        { key: "nom", label: "Commune" },
        { key: "epci", label: "Intercommunalité" },
        { key: "habitants", label: "Habitants", numeric: true },
        { key: "depuis", label: "Depuis", fit: true },
      ]}
      rows={territoire.communes.map(({ code, nom, epci, population, depuis }) => ({
        key: code,
        name: nom,
        selected: choisies.has(code),
        cells: [nom, epci, population === null ? "" : formatNumber(population), formatDate(depuis)],
      }))}
    />
  );
}

function Deplacer({ territoire, autres, form, aujourdhui, href }: PageTerritoireProps): VNode {
  const { values, problems } = form;
  return (
    <Card title="Déplacer des communes">
      <div class="stack">
        <p class="small muted">
          Cochez des communes dans la liste. Avant la date choisie, elles restent dans «{" "}
          {territoire.nom} ».
        </p>
        <Form id={FORMULAIRE} action={href(`/territoires/${territoire.id}/communes`)}>
          <Select
            name="territoireId"
            label="Vers le territoire"
            value={values["territoireId"]}
            error={problems["territoireId"]}
            options={autres.map(({ id, nom }) => ({ value: String(id), label: nom }))}
          />
          <DateField
            name="depuis"
            label="À partir du"
            value={form.status === 200 ? formatDate(aujourdhui) : values["depuis"]}
            error={problems["depuis"]}
          />
          <FormActions>
            <Button kind="primary">Déplacer les communes cochées</Button>
          </FormActions>
        </Form>
      </div>
    </Card>
  );
}
