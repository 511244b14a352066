import type { VNode } from "preact";
import type { Request, Route } from "#platform/http/route.ts";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import { formatCount, formatDate, formatNumber, formatRelative } from "#platform/ui/format.ts";
import { type Groupe, groupes } from "../db/comptes.ts";
import { compterStock, type TableauStock } from "../usecases/compter-contrats.ts";
import type { Href } from "./cadre.ts";
import { Source } from "./mots.tsx";
import { groupeDe, libellesGroupe, sansGroupe, tetesGroupe } from "./routes-tableau.tsx";

export const routesStock: readonly Route[] = [
  { method: "GET", path: "/contrats/stock", droit: "contrat:lire", handler: stock },
];

async function stock(request: Request): Promise<Response> {
  const par = groupeDe(request);
  const tableau = await request.act(compterStock, { par });
  return request.page({
    title: "Anciens contrats à remplacer",
    menu: "contrats",
    breadcrumb: [{ label: "Contrats", href: request.href("/contrats") }],
    body: <Stock tableau={tableau} par={par} href={request.href} />,
  });
}

interface Props {
  readonly tableau: TableauStock;
  readonly par: Groupe;
  readonly href: Href;
}

function Stock({ tableau, par, href }: Props): VNode {
  const { regle, aujourdhui, restants, semaines, parSemaine } = tableau;
  const jour = regle.stock.valeur;
  const natures = regle.natures.filter(({ aRemplacer }) => aRemplacer).map(({ code }) => code);
  const liste = `/contrats/suivi?nature=${natures.join(",")}`;
  return (
    <>
      <PageHeader
        title="Anciens contrats à remplacer"
        over={`Avant le ${formatDate(jour)}, ${formatRelative(jour, aujourdhui)}`}
        actions={
          restants > 0 ? (
            <ButtonLink kind="primary" href={href(liste)}>
              Choisir qui convoquer
            </ButtonLink>
          ) : undefined
        }
      />
      <div class="stack">
        <div class="grid-3">
          <Figure
            label="Personnes à recevoir"
            value={formatNumber(restants)}
            href={href(liste)}
            note="encore sous un CER ou un PPAE"
          />
          <Figure
            label="Semaines restantes"
            value={formatNumber(semaines)}
            tone={semaines === 0 ? "late" : undefined}
          />
          <Figure
            label="Contrats à signer par semaine"
            value={formatNumber(parSemaine)}
            tone={semaines <= 8 && restants > 0 ? "soon" : undefined}
          />
        </div>
        {restants === 0 ? (
          <EmptyState
            title="Le stock est résorbé"
            text="Plus personne n’est sous un contrat d’avant la réforme."
          />
        ) : (
          <Card title="Le rythme à tenir">
            <div class="stack">
              <Tabs
                label="Détail du stock"
                current={par}
                tabs={groupes.map((groupe) => ({
                  key: groupe,
                  label: libellesGroupe[groupe],
                  href: href(`/contrats/stock?par=${groupe}`),
                }))}
              />
              <TableStock tableau={tableau} par={par} liste={href(liste)} />
            </div>
          </Card>
        )}
        <Source {...regle.stock} />
      </div>
    </>
  );
}

function TableStock({
  tableau,
  par,
  liste,
}: {
  readonly tableau: TableauStock;
  readonly par: Groupe;
  readonly liste: string;
}): VNode {
  return (
    <Table
      caption={`Le stock, ${libellesGroupe[par].toLocaleLowerCase("fr")}`}
      captionHidden
      narrow="stack"
      columns={[
        { key: "nom", label: tetesGroupe[par], phone: "title" },
        { key: "restants", label: "Personnes à recevoir", numeric: true },
        { key: "rythme", label: "Par semaine", numeric: true, phone: "fact" },
      ]}
      rows={tableau.lignes.map(({ id, nom, restants, parSemaine }) => ({
        key: String(id),
        cells: [
          nom ?? sansGroupe[par],
          id === null ? (
            formatNumber(restants)
          ) : (
            <a href={`${liste}&${par}=${id}`}>{formatNumber(restants)}</a>
          ),
          formatCount(parSemaine, "contrat", "contrats"),
        ],
      }))}
      total={[
        "Ensemble",
        formatNumber(tableau.restants),
        formatCount(tableau.parSemaine, "contrat", "contrats"),
      ]}
    />
  );
}
