import type { VNode } from "preact";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatDate, formatInstant } from "#platform/ui/format.ts";
import { formatFamilyName, formatName } from "#platform/ui/format-name.ts";
import type { Fusion, PersonneDePaire } from "../db/doublons.ts";
import { libellesDoute } from "../domain/choisir-personne.ts";
import type { Doublons } from "../usecases/lister-doublons.ts";
import { type Href, nomComplet } from "./mots.tsx";

export function raisonEnMots(raison: string): string {
  return Object.hasOwn(libellesDoute, raison)
    ? libellesDoute[raison as keyof typeof libellesDoute]
    : raison;
}

export function titreDoublons({ total }: Pick<Doublons, "total">): string {
  if (total === 0) return "Aucun doublon à examiner";
  return `${formatCount(total, "paire de fiches", "paires de fiches")} à examiner`;
}

export function PageDoublons({ doublons, href }: { doublons: Doublons; href: Href }): VNode {
  const { paires, suite, fusions } = doublons;
  return (
    <>
      <PageHeader over="Doublons" title={titreDoublons(doublons)} />
      <div class="stack">
        {paires.length === 0 ? (
          <EmptyState
            title="Personne n’est connu deux fois"
            text="À chaque fichier, les fiches qui se ressemblent trop pour être deux personnes arrivent ici. Rien n’est fondu sans vous."
          />
        ) : (
          <Table
            caption="Fiches qui sont peut-être une seule personne"
            captionHidden
            columns={[
              { key: "raison", label: "Pourquoi" },
              { key: "a", label: "Une fiche" },
              { key: "b", label: "L’autre" },
              { key: "le", label: "Depuis le", fit: true },
            ]}
            rows={paires.map(({ id, raison, a, b, connueLe }) => ({
              key: String(id),
              href: href(`/doublons/${id}`),
              cells: [
                <a key="raison" href={href(`/doublons/${id}`)}>
                  {raisonEnMots(raison)}
                </a>,
                enLigne(a),
                enLigne(b),
                formatDate(connueLe),
              ],
            }))}
          />
        )}
        {suite !== null && (
          <p>
            <ButtonLink href={href(`/doublons?apres=${suite}`)}>Les paires suivantes</ButtonLink>
          </p>
        )}
        {fusions.length > 0 && <Fusions fusions={fusions} href={href} />}
      </div>
    </>
  );
}

function enLigne(personne: PersonneDePaire): string {
  return [
    nomComplet(personne),
    personne.dateNaissance && `le ${formatDate(personne.dateNaissance)}`,
    personne.commune && formatFamilyName(personne.commune),
    `demande ${personne.numeroDemande}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function Fusions({ fusions, href }: { fusions: readonly Fusion[]; href: Href }): VNode {
  return (
    <Card title="Fusions en vigueur">
      <Table
        caption="Fusions en vigueur, les plus récentes d’abord"
        captionHidden
        columns={[
          { key: "gardee", label: "Fiche gardée" },
          { key: "absorbee", label: "Fiche réunie à elle" },
          { key: "le", label: "Fusion du", fit: true },
          { key: "motif", label: "Motif" },
          { key: "acte", label: "Annuler", labelHidden: true, fit: true },
        ]}
        rows={fusions.map((fusion) => ({
          key: String(fusion.id),
          cells: [
            <a key="gardee" href={href(`/personnes/${fusion.gardeeId}`)}>
              {formatName(fusion.nomGardee, fusion.prenomGardee, "list")}
            </a>,
            formatName(fusion.nomAbsorbee, fusion.prenomAbsorbee, "list"),
            formatInstant(fusion.faiteLe),
            raisonEnMots(fusion.motif),
            <form key="acte" method="post" action={href(`/doublons/fusions/${fusion.id}/annuler`)}>
              <Button
                small
                confirm="Annuler cette fusion ? Chaque fiche retrouvera tout ce qui était à elle, et la paire reviendra dans la liste."
              >
                Annuler la fusion
              </Button>
            </form>,
          ],
        }))}
      />
    </Card>
  );
}
