import type { VNode } from "preact";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { libellesNature } from "../domain/libelles.ts";
import type { AArbitrer } from "../usecases/consulter.ts";
import { cheminSejour, type Href, nomDe } from "./mots.tsx";

/** Exits nobody but an agent can class, each with its contract and what the table says of it. */
export function PageArbitrage({
  lus: { sejours, lignes },
  href,
}: {
  readonly lus: AArbitrer;
  readonly href: Href;
}): VNode {
  const textes = new Map(lignes.map(({ code, texte }) => [code, texte]));
  return (
    <>
      <PageHeader title="Sorties à arbitrer" />
      <p class="measure">
        La table du Département ne les classe pas seule. Elles comptent comme sorties, dans aucune
        classe, tant que personne n’a tranché.
      </p>
      {sejours.length === 0 ? (
        <EmptyState title="Rien à arbitrer" text="Chaque sortie de votre périmètre a sa classe." />
      ) : (
        <Table
          caption="Sorties à arbitrer"
          captionHidden
          columns={[
            { key: "nom", label: "Personne", phone: "title", roomy: true },
            { key: "action", label: "Action", roomy: true },
            { key: "sortie", label: "Sortie", fit: true, phone: "fact" },
            { key: "contrat", label: "Contrat", phone: "fact" },
            { key: "pourquoi", label: "Pourquoi", roomy: true },
          ]}
          rows={sejours.map((sejour) => {
            const vers = href(`${cheminSejour(sejour.id)}#actes`);
            return {
              key: String(sejour.id),
              href: vers,
              cells: [
                <a key="nom" href={vers}>
                  {nomDe(sejour)}
                </a>,
                sejour.action,
                formatDate(sejour.sortiLe),
                [
                  sejour.sortieNature === null ? "" : libellesNature[sejour.sortieNature],
                  sejour.sortie?.debut && sejour.sortie.fin
                    ? `du ${formatDate(sejour.sortie.debut)} au ${formatDate(sejour.sortie.fin)}`
                    : "",
                ]
                  .filter(Boolean)
                  .join(", "),
                <span key="pourquoi" class="muted small">
                  {textes.get(sejour.classeLigne ?? "") ?? "Aucune ligne de la table ne la classe"}
                </span>,
              ],
            };
          })}
        />
      )}
    </>
  );
}
