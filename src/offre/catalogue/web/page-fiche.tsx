import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import { libellesContractualisation } from "../domain/mots.ts";
import type { FicheConsultee } from "../usecases/consulter-offre.ts";
import { AConfirmer, type Href, Source } from "./mots.tsx";
import { TexteDeLaFiche } from "./texte-fiche.tsx";

interface Props {
  readonly consultee: FicheConsultee;
  readonly href: Href;
  readonly peutOuvrir: boolean;
}

export function PageFiche({ consultee, href, peutOuvrir }: Props): VNode {
  const { fiche, enVigueur, resume } = consultee;
  const axe = enVigueur.programme.axes.find(({ code }) => code === fiche.axe);
  const actions = resume.reduce((total, une) => total + une.actions, 0);
  return (
    <>
      <PageHeader
        over={axe ? `${axe.numero} · ${axe.libelle}` : "Fiche"}
        title={`${fiche.numero} · ${fiche.libelle}`}
        meta={
          <>
            <Tag tone="a">
              {fiche.comptage.mode === "annuel" ? "Objectif annuel" : "File active mensuelle"}
            </Tag>
            <Tag tone="b">{`Contrat : ${libellesContractualisation[fiche.contractualisation.nature].toLocaleLowerCase("fr")}`}</Tag>
            <AConfirmer certitude={fiche.certitude} />
            <span>En vigueur depuis le {formatDate(enVigueur.depuis)}</span>
          </>
        }
        actions={
          <>
            {actions > 0 && (
              <ButtonLink
                kind="primary"
                href={href(`/offre/actions?etat=ouverte&fiche=${fiche.code}`)}
              >
                {formatCount(actions, "action ouverte", "actions ouvertes")}
              </ButtonLink>
            )}
            {peutOuvrir && (
              <ButtonLink icon="plus" href={href(`/offre/actions/nouvelle?fiche=${fiche.code}`)}>
                Ouvrir une action
              </ButtonLink>
            )}
          </>
        }
      />
      <div class="with-side">
        <div class="stack">
          <TexteDeLaFiche fiche={fiche} />
          <Source texte={fiche.texte} certitude={fiche.certitude} />
        </div>
        <div class="stack no-print">
          <OuLaTrouver consultee={consultee} href={href} />
        </div>
      </div>
    </>
  );
}

function OuLaTrouver({ consultee, href }: Pick<Props, "consultee" | "href">): VNode {
  const { fiche, resume, territoires } = consultee;
  const lignes = territoires.map(({ id, nom }) => ({
    id,
    nom,
    ici: resume.find(({ territoireId }) => territoireId === id),
  }));
  return (
    <Card title="Où la trouver">
      <Table
        caption="Actions de cette fiche, par territoire"
        captionHidden
        columns={[
          { key: "territoire", label: "Territoire" },
          { key: "places", label: "Occupées / places" },
        ]}
        rows={lignes.map(({ id, nom, ici }) => ({
          key: String(id),
          cells: [
            ici ? (
              <a
                key="lien"
                href={href(`/offre/actions?etat=ouverte&fiche=${fiche.code}&territoire=${id}`)}
              >
                {nom} ({formatNumber(ici.actions)})
              </a>
            ) : (
              nom
            ),
            ici ? (
              <Gauge
                key="jauge"
                label={`Places occupées, ${nom}`}
                value={ici.prises}
                max={ici.places}
              />
            ) : (
              <span class="muted">aucune action</span>
            ),
          ],
        }))}
      />
    </Card>
  );
}
