import type { VNode } from "preact";
import { libellesNatureSortie } from "#commun/referentiel";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDate } from "#platform/ui/format.ts";
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
  const textes = lignes.filter(({ code }) => sejours.some((un) => un.classeLigne === code));
  return (
    <>
      <PageHeader title="Sorties à arbitrer" />
      <div class="stack">
        <div class="measure">
          <p>
            La table du Département ne les classe pas seule. Elles comptent comme sorties, dans
            aucune classe, tant que personne n’a tranché.
          </p>
          {textes.map(({ code, texte }) => (
            <p key={code} class="muted small">
              {texte}.
            </p>
          ))}
        </div>
        {sejours.length === 0 ? (
          <EmptyState
            title="Rien à arbitrer"
            text="Chaque sortie de votre périmètre a sa classe."
          />
        ) : (
          <Sorties sejours={sejours} href={href} />
        )}
      </div>
    </>
  );
}

function Sorties({ sejours, href }: Pick<AArbitrer, "sejours"> & { readonly href: Href }): VNode {
  return (
    <Table
      caption="Sorties à arbitrer"
      captionHidden
      columns={[
        { key: "nom", label: "Personne", phone: "title", roomy: true },
        { key: "action", label: "Action", roomy: true },
        { key: "sortie", label: "Sortie", fit: true, phone: "fact" },
        { key: "contrat", label: "Contrat", phone: "fact" },
        { key: "employeur", label: "Employeur" },
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
            <>
              {sejour.action} <span class="muted small">{sejour.structure}</span>
            </>,
            formatDate(sejour.sortiLe),
            contratDe(sejour),
            sejour.sortie?.employeur ?? "",
          ],
        };
      })}
    />
  );
}

function contratDe({ sortieNature, sortie }: AArbitrer["sejours"][number]): string {
  const nature = sortieNature === null ? "" : libellesNatureSortie[sortieNature];
  return sortie?.debut && sortie.fin
    ? `${nature}, du ${formatDate(sortie.debut)} au ${formatDate(sortie.fin)}`
    : nature;
}
