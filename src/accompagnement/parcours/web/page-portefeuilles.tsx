import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import type { PortefeuilleListe } from "../usecases/lister-portefeuilles.ts";
import type { Href } from "./mots.tsx";

interface Props {
  readonly portefeuilles: readonly PortefeuilleListe[];
  readonly href: Href;
}

/** Whose caseload: by structure, each référent with whom she follows and how many are expected of her time. */
export function PagePortefeuilles({ portefeuilles, href }: Props): VNode {
  const structures = Map.groupBy(portefeuilles, ({ referent }) => referent.structureId);
  return (
    <>
      <PageHeader
        over="Accompagnement"
        title="Portefeuilles"
        meta={
          <span>
            {formatCount(portefeuilles.length, "référent", "référents")} dans{" "}
            {formatCount(structures.size, "structure", "structures")}
          </span>
        }
      />
      <div class="stack">
        {portefeuilles.length === 0 && (
          <EmptyState
            title="Aucun portefeuille dans votre périmètre"
            text="Un portefeuille s’ouvre quand un référent rejoint une structure, dans la rubrique Réseau."
          />
        )}
        {[...structures].map(([id, siens]) => (
          <Structure key={id} id={id} siens={siens} href={href} />
        ))}
      </div>
    </>
  );
}

function Structure({
  id,
  siens,
  href,
}: {
  readonly id: number;
  readonly siens: readonly PortefeuilleListe[];
  readonly href: Href;
}): VNode {
  const nom = siens[0]?.referent.structure ?? "";
  return (
    <Card
      title={nom}
      aside={<a href={href(`/portefeuille?structure=${id}`)}>Toute la structure</a>}
    >
      <Table
        caption={`Référents, ${nom}`}
        captionHidden
        columns={[
          { key: "referent", label: "Référent" },
          { key: "etp", label: "Temps", numeric: true, fit: true },
          { key: "charge", label: "Personnes suivies, pour le nombre attendu" },
        ]}
        rows={siens.map(({ referent, suivies, attendues }) => {
          const adresse = href(`/portefeuille?referent=${referent.id}`);
          const qui = formatName(referent.nom, referent.prenom);
          return {
            key: String(referent.id),
            href: adresse,
            cells: [
              <a key="nom" href={adresse}>
                {qui}
              </a>,
              `${formatNumber(referent.etp, referent.etp === 1 ? 0 : 1)} ETP`,
              <Gauge
                key="charge"
                label={`Personnes suivies par ${qui}`}
                value={suivies}
                max={attendues}
                tone={suivies > attendues ? "soon" : undefined}
              />,
            ],
          };
        })}
      />
    </Card>
  );
}
