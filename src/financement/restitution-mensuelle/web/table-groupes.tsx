import type { VNode } from "preact";
import { Table } from "#platform/ui/components/table.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import { type ComptesTableau, compterTableau, type FiltreTableau } from "../domain/tableau.ts";
import { adresseDe, groupeDe } from "./demande.ts";
import { libellesFiltre } from "./mots.tsx";
import type { PropsTableau } from "./props-tableau.ts";

const tetes = { territoire: "Territoire", axe: "Axe", operateur: "Opérateur" } as const;
const colonnes: readonly FiltreTableau[] = [
  "recues",
  "acceptees",
  "a-corriger",
  "attendues",
  "en-retard",
  "non-transmises",
];

/** The month shared out: each number is the door of its returns. */
export function TableGroupes({ tableau, demande, href }: PropsTableau): VNode {
  const { par } = demande;
  const groupes = [
    ...Map.groupBy(tableau.lignes, (ligne) => groupeDe(ligne, par, tableau.axes).cle),
  ].map(([cle, lignes]) => ({
    cle,
    nom: lignes[0] ? groupeDe(lignes[0], par, tableau.axes).nom : cle,
    comptes: compterTableau(lignes),
  }));
  const porte = (cle: string, comptes: ComptesTableau, filtre: FiltreTableau | null) => {
    const nombre = filtre === null ? comptes.total : comptes[filtre];
    if (nombre === 0) return <span class="muted">0</span>;
    return (
      <a href={href(adresseDe({ ...demande, groupe: cle, etat: filtre }))}>
        {formatNumber(nombre)}
      </a>
    );
  };
  const total = compterTableau(tableau.lignes);
  return (
    <Table
      caption={`Restitutions du mois, ${tetes[par].toLocaleLowerCase("fr")} par ${tetes[par].toLocaleLowerCase("fr")}`}
      captionHidden
      narrow="stack"
      columns={[
        { key: "nom", label: tetes[par], phone: "title" },
        { key: "total", label: "Restitutions", numeric: true, phone: "fact", unit: "restitutions" },
        ...colonnes.map((filtre) => ({
          key: filtre,
          label: libellesFiltre[filtre],
          numeric: true,
          ...(filtre === "recues" && { phone: "fact" as const, unit: "reçues" }),
        })),
      ]}
      rows={groupes.map(({ cle, nom, comptes }) => ({
        key: cle,
        tone: comptes["en-retard"] + comptes["non-transmises"] > 0 ? ("late" as const) : undefined,
        cells: [
          nom,
          porte(cle, comptes, null),
          ...colonnes.map((filtre) => porte(cle, comptes, filtre)),
        ],
      }))}
      total={[
        "Ensemble",
        formatNumber(total.total),
        ...colonnes.map((filtre) => formatNumber(total[filtre])),
      ]}
    />
  );
}
