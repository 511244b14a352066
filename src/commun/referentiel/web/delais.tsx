import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { Calendrier, Delai, RegleEcheance } from "../domain/echeance.ts";
import { certitudes, porteurs } from "./libelles.ts";

const calendriers: Readonly<Record<Calendrier, string>> = {
  metropole: "Jours fériés de la métropole (onze jours par an).",
  "alsace-moselle":
    "Jours fériés d’Alsace et de Moselle : ceux de la métropole, le Vendredi saint et le 26 décembre.",
};

const unites = {
  jours: ["jour", "jours"],
  "jours-ouvres": ["jour ouvré", "jours ouvrés"],
  semaines: ["semaine", "semaines"],
  mois: ["mois", "mois"],
} as const;

function delaiEnMots({ nombre, unite, report }: Delai): string {
  const dit = nombre === 0 ? "le jour même" : `${nombre} ${unites[unite][nombre < 2 ? 0 : 1]}`;
  return report === "aucun" ? dit : `${dit}, reporté au jour ouvré suivant`;
}

export function CalendrierFerie({ calendrier }: { readonly calendrier: Calendrier }): VNode {
  return <p>{calendriers[calendrier]}</p>;
}

/** Each delay in force: what must be done, by whom, in how long, after which text. */
export function Delais({ regles }: { readonly regles: readonly RegleEcheance[] }): VNode {
  return (
    <Card title="Délais">
      <Table
        caption="Ce qui doit être fait, par qui et en combien de temps"
        captionHidden
        columns={[
          { key: "acte", label: "À faire" },
          { key: "pour", label: "Par", fit: true },
          { key: "delai", label: "Délai" },
          { key: "depuis", label: "Depuis", fit: true },
          { key: "certitude", label: "Certitude", fit: true },
        ]}
        rows={regles.map((regle) => ({
          key: `${regle.code}-${regle.depart}`,
          cells: [
            <>
              {regle.libelle}
              <Why label="Source">{regle.texte}</Why>
            </>,
            porteurs[regle.pour],
            delaiEnMots(regle.delai),
            formatDate(regle.depuis),
            <Etat tone={certitudes[regle.certitude].ton}>{certitudes[regle.certitude].mot}</Etat>,
          ],
        }))}
      />
    </Card>
  );
}
