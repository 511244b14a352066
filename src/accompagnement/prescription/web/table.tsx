import type { ComponentChildren, VNode } from "preact";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { PrescriptionVue } from "../usecases/consulter.ts";
import { cheminPrescription } from "./cadre.ts";
import { EtatDePrescription, enRetard, type Href, nommer } from "./mots.tsx";

interface Props {
  readonly legende: string;
  readonly lignes: readonly PrescriptionVue[];
  readonly le: string;
  readonly href: Href;
  /** Boxes sent with the form of this id. */
  readonly selection?: string;
  /** The action is said on the page already. */
  readonly sansAction?: boolean;
  /** Head of the last column, and what it shows. */
  readonly suite?: {
    readonly titre: string;
    readonly dire: (une: PrescriptionVue) => ComponentChildren;
  };
}

/** Prescriptions, one a line. */
export function TablePrescriptions(props: Props): VNode {
  const { legende, lignes, le, href, selection, sansAction = false, suite } = props;
  return (
    <Table
      caption={legende}
      captionHidden
      narrow="stack"
      {...(selection !== undefined && { selection: { form: selection, name: "prescription" } })}
      columns={[
        { key: "personne", label: "Personne", phone: "title" },
        ...(sansAction ? [] : [{ key: "action", label: "Action", phone: "fact" as const }]),
        { key: "pour", label: "Pour", roomy: true },
        { key: "prescrite", label: "Prescrite le", fit: true },
        { key: "etat", label: "Où elle en est", phone: "fact" },
        ...(suite ? [{ key: "suite", label: suite.titre }] : []),
      ]}
      rows={lignes.map((une) => ({
        key: `${une.id}:${une.version}`,
        name: nommer(une),
        href: href(cheminPrescription(une.id)),
        tone: enRetard(une, le) ? ("late" as const) : undefined,
        cells: [
          <a key="a" href={href(cheminPrescription(une.id))}>
            {nommer(une)}
          </a>,
          ...(sansAction ? [] : [une.action]),
          une.frein ?? une.objectif,
          formatDate(une.prescriteLe),
          <EtatDePrescription key="e" prescription={une} le={le} />,
          ...(suite ? [suite.dire(une)] : []),
        ],
      }))}
    />
  );
}
