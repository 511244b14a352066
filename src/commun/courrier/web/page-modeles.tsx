import type { VNode } from "preact";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import { libellesUsage } from "../domain/usages.ts";
import type { ModelesLus } from "../usecases/modeles.ts";
import type { Href } from "./ports.ts";

/** Every letter the département writes, and where its text stands. */
export function PageModeles({
  enVigueur,
  brouillons,
  href,
}: ModelesLus & { readonly href: Href }): VNode {
  const parCode = new Map(brouillons.map((brouillon) => [brouillon.code, brouillon]));
  return (
    <>
      <PageHeader title="Modèles de courrier" />
      <div class="stack">
        <p class="measure">
          Chaque modèle se modifie dans un brouillon, s’essaie sur une vraie personne, puis
          s’adopte. Les courriers déjà émis ne changent pas.
        </p>
        <Table
          caption="Modèles de courrier du département"
          captionHidden
          columns={[
            { key: "titre", label: "Courrier" },
            { key: "usage", label: "À quoi il sert" },
            { key: "version", label: "Texte en vigueur", fit: true },
            { key: "brouillon", label: "Brouillon" },
          ]}
          rows={enVigueur.map(({ version, modele }) => {
            const brouillon = parCode.get(modele.code);
            return {
              key: modele.code,
              name: modele.titre,
              href: href(`/courriers/modeles/${modele.code}`),
              cells: [
                modele.titre,
                libellesUsage[modele.usage],
                version === 0 ? "Référentiel" : `Version ${version}`,
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
