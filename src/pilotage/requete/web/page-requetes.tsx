import type { VNode } from "preact";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import type { RequeteStandard } from "../usecases/compter-requete.ts";

export interface LigneRequete {
  readonly requete: RequeteStandard;
  /** Why there is no figure, when there is none. */
  readonly resultat: { readonly compte: number } | { readonly refus: string };
  /** The list the figure opens. */
  readonly href: string;
}

export function PageRequetes({ lignes }: { lignes: readonly LigneRequete[] }): VNode {
  return (
    <div class="stack">
      <PageHeader
        title="Requêtes"
        meta={<p class="muted">Chaque nombre ouvre sa liste, dans votre périmètre.</p>}
      />
      {lignes.length === 0 ? (
        <EmptyState
          title="Aucune requête pour vos droits"
          text="Les requêtes portent sur des listes que vous ne pouvez pas lire. Demandez-en le droit à l’administrateur de votre département."
        />
      ) : (
        <Table
          caption="Requêtes du département, avec leur nombre aujourd’hui"
          captionHidden
          columns={[
            { key: "libelle", label: "Requête" },
            { key: "nombre", label: "Nombre", numeric: true },
            { key: "source", label: "Texte" },
          ]}
          rows={lignes.map(({ requete, resultat, href }) => ({
            key: requete.nom,
            href,
            cells: [
              <a key="lien" href={href}>
                {requete.libelle}
              </a>,
              "compte" in resultat ? (
                <a key="nombre" href={href} aria-label={`${resultat.compte} : ${requete.libelle}`}>
                  {formatNumber(resultat.compte)}
                </a>
              ) : (
                resultat.refus
              ),
              <span key="source" class="small muted">
                {requete.source}
              </span>,
            ],
          }))}
        />
      )}
    </div>
  );
}
