import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { DateField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate, formatRate } from "#platform/ui/format.ts";
import { tauxDe } from "../domain/taux.ts";
import type { TauxConsulte } from "../usecases/compter-freins.ts";
import { libelleNature } from "../usecases/themes-en-vigueur.ts";
import type { Href } from "./cadre.ts";

interface Props {
  readonly taux: TauxConsulte;
  readonly href: Href;
}

/** The rate of freins levés of a period: what is counted, out of what, and the list behind each figure. */
export function PageTaux(props: Props): VNode {
  const { taux } = props;
  return (
    <>
      <PageHeader
        title="Freins levés"
        actions={<ButtonLink href={props.href("/freins")}>Freins ouverts</ButtonLink>}
      />
      <div class="stack">
        <Periode {...props} />
        <Chiffres {...props} />
        <p class="muted measure">
          Un frein est travaillé quand il a pesé un jour de la période ou qu’il y a été levé. Il est
          levé quand il ne pèse plus le dernier jour : rouvert entre-temps, il ne compte pas.
        </p>
        {taux.parNature.length > 0 && <ParNature {...props} />}
      </div>
    </>
  );
}

function Periode({ taux, href }: Props): VNode {
  return (
    <Form action={href("/freins/levee")} method="get" layout="inline" label="Période">
      <DateField name="du" label="Du" value={formatDate(taux.du)} filter />
      <DateField name="au" label="Au" value={formatDate(taux.au)} filter />
      <FormActions>
        <Button>Compter</Button>
      </FormActions>
    </Form>
  );
}

function Chiffres({ taux, href }: Props): VNode {
  const { travailles, leves, personnes, objectif } = taux;
  const pourcent = tauxDe(taux);
  if (pourcent === null) {
    return <Alert tone="waiting">Aucun frein n’a été travaillé pendant cette période.</Alert>;
  }
  const atteint = objectif === null ? null : pourcent >= objectif;
  return (
    <div class="grid-3">
      <Figure
        label="Freins travaillés"
        value={String(travailles)}
        href={href(adresse("travaille", taux))}
        note={formatCount(personnes, "personne", "personnes")}
      />
      <Figure label="Freins levés" value={String(leves)} href={href(adresse("leve", taux))} />
      <Figure
        label="Taux de freins levés"
        value={`${pourcent} %`}
        {...(objectif !== null && {
          of: `objectif ${objectif} %`,
          note: atteint ? "Objectif atteint" : "Objectif non atteint",
          tone: atteint ? ("ok" as const) : ("soon" as const),
        })}
      />
    </div>
  );
}

/** The list that a figure counts, line for line. */
function adresse(
  filtre: "travaille" | "leve",
  { du, au }: { readonly du: string; readonly au: string },
  nature?: string,
): string {
  const params = new URLSearchParams({ "etat-frein": "tous", [filtre]: `${du}..${au}` });
  if (nature !== undefined) params.set("nature", nature);
  return `/freins?${params}`;
}

function ParNature({ taux, href }: Props): VNode {
  return (
    <Table
      caption="Freins travaillés et levés, par nature"
      columns={[
        { key: "nature", label: "Nature" },
        { key: "travailles", label: "Travaillés", numeric: true },
        { key: "leves", label: "Levés", numeric: true },
        { key: "taux", label: "Taux", numeric: true },
      ]}
      rows={taux.parNature.map(({ nature, travailles, leves }) => ({
        key: nature,
        name: libelleNature(taux.natures, nature),
        cells: [
          libelleNature(taux.natures, nature),
          <a key="travailles" href={href(adresse("travaille", taux, nature))}>
            {travailles}
          </a>,
          <a key="leves" href={href(adresse("leve", taux, nature))}>
            {leves}
          </a>,
          formatRate(leves, travailles),
        ],
      }))}
    />
  );
}
