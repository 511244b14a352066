import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import type { CommuneTrouvee } from "../db/communes.ts";
import type { Territoires } from "../usecases/lister-territoires.ts";

export interface PageTerritoiresProps {
  readonly donnees: Territoires;
  readonly recherche: string;
  readonly trouvees: readonly CommuneTrouvee[] | null;
  readonly form: FormState;
  readonly peutGerer: boolean;
  readonly href: (path: string) => string;
}

export function PageTerritoires(props: PageTerritoiresProps): VNode {
  const { donnees, form, peutGerer, href } = props;
  const { territoires, sansTerritoire } = donnees;
  const communes = territoires.reduce((total, { communes: c }) => total + c.length, 0);
  return (
    <div class="stack">
      <PageHeader
        title={`${formatCount(territoires.length, "territoire", "territoires")}, ${formatCount(communes, "commune", "communes")}`}
        meta={<span>Au {formatDate(donnees.le)}</span>}
      />
      {territoires.length === 0 ? (
        <EmptyState
          title="Aucun territoire n’est défini"
          text="Créez le premier ci-dessous, puis donnez-lui des communes."
        />
      ) : (
        <ListeTerritoires {...props} />
      )}
      {sansTerritoire.length > 0 && <SansTerritoire communes={sansTerritoire} />}
      <Recherche {...props} />
      {peutGerer && <Nouveau form={form} action={href("/territoires")} />}
    </div>
  );
}

function ListeTerritoires({ donnees, href }: PageTerritoiresProps): VNode {
  return (
    <Table
      caption="Territoires du département"
      captionHidden
      columns={[
        { key: "nom", label: "Territoire" },
        { key: "communes", label: "Communes", numeric: true },
        { key: "habitants", label: "Habitants", numeric: true },
        { key: "depuis", label: "Depuis", fit: true },
      ]}
      rows={donnees.territoires.map(({ id, nom, communes, population, depuis }) => ({
        key: String(id),
        name: nom,
        href: href(`/territoires/${id}`),
        cells: [
          <a href={href(`/territoires/${id}`)}>{nom}</a>,
          formatNumber(communes.length),
          formatNumber(population),
          formatDate(depuis),
        ],
      }))}
    />
  );
}

function SansTerritoire({ communes }: { readonly communes: Territoires["sansTerritoire"] }): VNode {
  return (
    <Alert
      tone="soon"
      title={`${formatCount(communes.length, "commune n’est", "communes ne sont")} dans aucun territoire`}
    >
      <p>{communes.map(({ nom }) => nom).join(", ")}</p>
    </Alert>
  );
}

function Recherche({ donnees, recherche, trouvees, href }: PageTerritoiresProps): VNode {
  const territoireDe = new Map(
    donnees.territoires.flatMap((territoire) =>
      territoire.communes.map(({ code }) => [code, territoire] as const),
    ),
  );
  return (
    <Card title="Dans quel territoire est une commune ?">
      <div class="stack">
        <Form action={href("/territoires")} method="get" layout="inline">
          <TextField
            name="commune"
            label="Commune"
            hint="Nom, code postal ou code INSEE"
            type="search"
            width={20}
            value={recherche}
          />
          <FormActions>
            <Button>Chercher</Button>
          </FormActions>
        </Form>
        {trouvees?.length === 0 && (
          <p>Aucune commune du département ne ressemble à « {recherche} ».</p>
        )}
        {trouvees !== null && trouvees.length > 0 && (
          <ul class="lines">
            {trouvees.map(({ code, nom, codesPostaux, epci }) => {
              const territoire = territoireDe.get(code);
              return (
                <li key={code} class="row-between">
                  <span>
                    <span class="strong">{nom}</span>{" "}
                    <span class="muted">
                      {codesPostaux.join(", ")}
                      {epci === null ? "" : `, ${epci}`}
                    </span>
                  </span>
                  {territoire ? (
                    <a href={href(`/territoires/${territoire.id}`)}>{territoire.nom}</a>
                  ) : (
                    <span class="muted">sans territoire</span>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </Card>
  );
}

function Nouveau({ form, action }: { readonly form: FormState; readonly action: string }): VNode {
  const { problems, values } = form;
  return (
    <Panel label="Créer un territoire" open={form.status !== 200}>
      <ErrorSummary problems={problems} />
      <Form action={action}>
        <TextField
          name="nom"
          label="Nom"
          value={values["nom"]}
          error={problems["nom"]}
          width={20}
        />
        <DateField
          name="depuis"
          label="À partir du"
          value={values["depuis"]}
          error={problems["depuis"]}
        />
        <FormActions>
          <Button>Créer le territoire</Button>
        </FormActions>
      </Form>
    </Panel>
  );
}
