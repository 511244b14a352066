import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat, Tag } from "#platform/ui/components/tag.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import type { CatalogueLu } from "../usecases/catalogue.ts";
import type { Href } from "./cadre.ts";

/** Every theme the référents ask, and where its words stand. */
export function PageThemes({
  enVigueur,
  brouillons,
  href,
}: CatalogueLu & { readonly href: Href }): VNode {
  const parCode = new Map(brouillons.map((brouillon) => [brouillon.code, brouillon]));
  const nouveaux = brouillons.filter(
    ({ code }) => !enVigueur.some(({ theme }) => theme.code === code),
  );
  const lignes = [
    ...enVigueur,
    ...nouveaux.map(({ contenu }) => ({ version: null, theme: contenu })),
  ];
  return (
    <>
      <PageHeader
        title="Thèmes de situation"
        actions={
          <div class="row">
            <ButtonLink href={href("/themes/metiers")}>Répertoire des métiers</ButtonLink>
            <ButtonLink kind="primary" href={href("/themes/nouveau")}>
              Ajouter un thème
            </ButtonLink>
          </div>
        }
      />
      <div class="stack">
        <p class="measure">
          Ce que les référents demandent de la situation d’une personne. Un thème se modifie dans un
          brouillon, puis s’adopte. Ce qui est déjà signé garde les mots du jour de sa signature.
        </p>
        <Table
          caption="Thèmes de situation du département"
          captionHidden
          columns={[
            { key: "theme", label: "Thème" },
            { key: "choix", label: "Contenu", secondary: true },
            { key: "version", label: "En vigueur", fit: true },
            { key: "brouillon", label: "Brouillon" },
          ]}
          rows={lignes.map(({ version, theme }) => {
            const brouillon = parCode.get(theme.code);
            return {
              key: theme.code,
              name: theme.libelle,
              href: href(`/themes/${theme.code}`),
              cells: [
                theme.libelle,
                `${theme.situations.length} situations, ${theme.objectifs.length} objectifs`,
                <Version key="version" version={version} pose={theme.pose} />,
                brouillon ? (
                  <Etat key="brouillon" tone="soon">
                    {`Enregistré le ${formatInstant(brouillon.ecritLe)}`}
                  </Etat>
                ) : (
                  ""
                ),
              ],
            };
          })}
        />
      </div>
    </>
  );
}

function Version({
  version,
  pose,
}: {
  readonly version: number | null;
  readonly pose: boolean;
}): VNode {
  if (version === null) return <Tag>Jamais adopté</Tag>;
  if (!pose) return <Tag>Plus posé</Tag>;
  return <>{version === 0 ? "Référentiel" : `Version ${version}`}</>;
}
