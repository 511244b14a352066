import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Pagination } from "#platform/ui/components/pagination.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatCount, formatInstant, formatNumber } from "#platform/ui/format.ts";
import type { IntegrationDite } from "../usecases/lire-integration.ts";
import { avec, type Href, lieux } from "./lieux.ts";
import { etats, nommerFlux } from "./textes.ts";

interface Props {
  readonly integrations: readonly IntegrationDite[];
  readonly total: number;
  readonly suite: number | null;
  readonly nature: "beneficiaires" | "instructions" | null;
  readonly peutImporter: boolean;
  readonly voitPersonnes: boolean;
  readonly href: Href;
}

export function PageIntegrations({
  integrations,
  total,
  suite,
  nature,
  peutImporter,
  voitPersonnes,
  href,
}: Props): VNode {
  const deposer = peutImporter && (
    <ButtonLink href={href(lieux.nouveau)} kind="primary" icon="fichier">
      Déposer un fichier
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        over="Fichiers CAF et MSA"
        title={
          total === 0
            ? "Aucun fichier intégré"
            : `${formatCount(total, "fichier intégré", "fichiers intégrés")}`
        }
        actions={deposer || undefined}
      />
      <Tabs
        label="Sortes de fichiers"
        current={nature ?? "tous"}
        tabs={[
          { key: "tous", label: "Tous", href: href(lieux.liste) },
          {
            key: "beneficiaires",
            label: "Bénéficiaires",
            href: href(`${lieux.liste}?nature=beneficiaires`),
          },
          {
            key: "instructions",
            label: "Instructions",
            href: href(`${lieux.liste}?nature=instructions`),
          },
        ]}
      />
      {integrations.length === 0 ? (
        <EmptyState
          title={
            nature === null
              ? "Aucun fichier n’a encore été intégré"
              : "Aucun fichier de cette sorte"
          }
          text="Le fichier mensuel des bénéficiaires est celui par lequel commencer : il apporte les dossiers, les personnes et leurs droits."
          actions={deposer || undefined}
        />
      ) : (
        <div class="stack">
          <Liste integrations={integrations} voitPersonnes={voitPersonnes} href={href} />
          <Pagination
            total={total}
            noun={["fichier", "fichiers"]}
            next={suite === null ? undefined : href(avec(lieux.liste, { nature, apres: suite }))}
          />
        </div>
      )}
    </>
  );
}

type PropsListe = Pick<Props, "integrations" | "voitPersonnes" | "href">;

function Liste({ integrations, voitPersonnes, href }: PropsListe): VNode {
  return (
    <Table
      caption="Fichiers intégrés, du plus récent au plus ancien"
      captionHidden
      columns={[
        { key: "flux", label: "Fichier" },
        { key: "etat", label: "État", fit: true },
        { key: "lus", label: "Lus", numeric: true, fit: true },
        { key: "appliques", label: "Appliqués", numeric: true, fit: true },
        { key: "inchanges", label: "Inchangés", numeric: true, fit: true },
        { key: "rejetes", label: "Rejetés", numeric: true, fit: true },
        { key: "le", label: "Intégré", fit: true, secondary: true },
      ]}
      rows={integrations.map((integration) => ({
        key: String(integration.id),
        name: nommerFlux(integration),
        href: href(lieux.une(integration.id)),
        cells: cellules(integration, voitPersonnes, href),
      }))}
    />
  );
}

function cellules(integration: IntegrationDite, voitPersonnes: boolean, href: Href) {
  const { id, dite, fichier, lus, appliques, inchanges, rejetes, aCorriger, totauxConformes } =
    integration;
  const { mot, ton } = etats[dite];
  return [
    <>
      <a href={href(lieux.une(id))}>{nommerFlux(integration)}</a>
      <span class="table-sub">{fichier}</span>
    </>,
    <span class="row">
      <Etat tone={ton}>{mot}</Etat>
      {totauxConformes === false && <Etat tone="soon">Totaux différents</Etat>}
    </span>,
    formatNumber(lus),
    appliques > 0 && voitPersonnes ? (
      <a href={href(lieux.dossiers(id))}>{formatNumber(appliques)}</a>
    ) : (
      formatNumber(appliques)
    ),
    formatNumber(inchanges),
    rejetes === 0 ? (
      "0"
    ) : (
      <>
        <a href={href(lieux.rejets(id))}>{formatNumber(rejetes)}</a>
        {aCorriger > 0 && <span class="table-sub">{formatNumber(aCorriger)} à corriger</span>}
      </>
    ),
    <>
      {formatInstant(integration.termineeLe ?? integration.commenceeLe)}
      <span class="table-sub">{integration.agentNom}</span>
    </>,
  ];
}
