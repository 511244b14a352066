import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import type {
  DossierDeCommission,
  PretsPourCommission,
} from "../usecases/prets-pour-commission.ts";
import { type Href, nommer } from "./mots.tsx";

interface Props {
  readonly prets: PretsPourCommission;
  readonly commission: string;
  readonly href: Href;
}

const mots = { reorientation: "Réorientation", manquement: "Manquement" } as const;

/** What waits before the commission: to acknowledge, to follow up, ready. */
export function PageCommission({ prets, commission, href }: Props): VNode {
  const listes = [
    [
      "prets",
      "Prêts pour la commission",
      prets.prets,
      "Aucun dossier n’est prêt. Il le devient quand les instances qui la précèdent se sont prononcées, ou quand un manquement reçu est à présenter.",
    ],
    [
      "recevoir",
      "Manquements à recevoir",
      prets.aRecevoir,
      "Tous les manquements signalés sont reçus.",
    ],
    [
      "suivre",
      "Manquements reçus, suite à dire",
      prets.aSuivre,
      "Aucun manquement n’attend de suite.",
    ],
  ] as const;
  return (
    <>
      <PageHeader
        over="Accompagnement"
        title="Prêts pour la commission"
        meta={<span>{commission}</span>}
      />
      <div class="stack">
        <div class="grid-3">
          {listes.map(([cle, titre, cas]) => (
            <Figure key={cle} label={titre} value={formatNumber(cas.length)} href={`#${cle}`} />
          ))}
        </div>
        {listes.map(([cle, titre, cas, vide]) => (
          <Card key={cle} id={cle} title={titre}>
            {cas.length === 0 ? (
              <p class="muted">{vide}</p>
            ) : (
              <Liste titre={titre} cas={cas} href={href} />
            )}
          </Card>
        ))}
      </div>
    </>
  );
}

function Liste({
  titre,
  cas,
  href,
}: {
  readonly titre: string;
  readonly cas: readonly DossierDeCommission[];
  readonly href: Href;
}): VNode {
  return (
    <Table
      caption={titre}
      captionHidden
      columns={[
        { key: "personne", label: "Personne", phone: "title" },
        { key: "nature", label: "Objet", fit: true, phone: "fact" },
        { key: "depuis", label: "Depuis", fit: true, phone: "fact" },
        { key: "motif", label: "Motif", roomy: true },
      ]}
      rows={cas.map(({ nature, id, personneId, depuis, motif, present }) => {
        const adresse = href(
          nature === "reorientation"
            ? `/orientation/reorientations/${id}`
            : `/personnes/${personneId}/parcours#manquements`,
        );
        return {
          key: `${nature}${id}`,
          href: adresse,
          cells: [
            <a key="nom" href={adresse}>
              {nommer(present)}
            </a>,
            <Tag key="nature" tone={nature === "reorientation" ? "a" : "f"}>
              {mots[nature]}
            </Tag>,
            formatDate(depuis),
            motif,
          ],
        };
      })}
    />
  );
}
