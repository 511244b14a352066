import {
  jointureReferent,
  jointureStructure,
  nomsDesReferents,
  nomsDesStructures,
} from "#commun/structure";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { ListColumn, ListFilter, Option } from "#platform/db/list/definition.ts";
import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";

/** What the orientation module says of each person, on a row `s` of `situation_personne`. */
export const jointuresDuSuivi = {
  structure: jointureStructure("s.structure_id"),
  referent: jointureReferent("s.referent_id"),
} as const;

const libellesDominante = {
  emploi: "Emploi",
  "socio-professionnelle": "Socio-professionnelle",
  sociale: "Sociale",
} as const;

const libellesEtape = {
  proposee: "Proposée",
  transmise: "Transmise pour décision",
} as const;

export const colonnesDuSuivi: readonly ListColumn[] = [
  {
    key: "orientation",
    label: "Orientation",
    kind: "code",
    sql: "s.orientation_dominante",
    options: libellesDominante,
  },
  {
    key: "orientee",
    label: "Orientée le",
    kind: "date",
    sql: "s.orientee_le",
    sortable: true,
    defaultVisible: false,
  },
  {
    key: "structure",
    label: "Structure",
    kind: "text",
    sql: "structure.nom",
    joins: ["structure"],
    defaultVisible: false,
  },
  {
    key: "referent",
    label: "Référent",
    kind: "text",
    sql: "referent.nom || ' ' || referent.prenom",
    joins: ["referent"],
    defaultVisible: false,
  },
];

export const filtresDuSuivi: readonly ListFilter[] = [
  {
    key: "orientation",
    label: "Orientation",
    kind: "choices",
    options: [
      { value: "aucune", label: "Non orientée" },
      ...Object.entries(libellesDominante).map(([value, label]) => ({ value, label })),
    ],
    sentence: ({ values, plural }) =>
      values === "Non orientée"
        ? `non ${plural ? "orientées" : "orientée"}`
        : `orientation : ${values}`,
    sql: (values) =>
      values.includes("aucune")
        ? sql`(s.orientation_type is null or s.orientation_dominante = any(${values}::text[]))`
        : sql`s.orientation_dominante = any(${values}::text[])`,
  },
  {
    key: "proposition",
    label: "Proposition d’orientation",
    kind: "choice",
    options: [
      { value: "aucune", label: "Aucune" },
      ...Object.entries(libellesEtape).map(([value, label]) => ({ value, label })),
    ],
    sentence: ({ values }) =>
      values === "Aucune" ? "sans proposition" : `proposition d’orientation : ${values}`,
    sql: (value) =>
      value === "aucune" ? sql`s.orientation_etape is null` : sql`s.orientation_etape = ${value}`,
  },
  {
    key: "structure",
    label: "Structure",
    kind: "choice",
    options: (tx) => choix(tx, nomsDesStructures),
    sql: (value) => sql`s.structure_id = ${Number(value)}::int`,
  },
  {
    key: "referent",
    label: "Référent",
    kind: "choice",
    options: (tx) => choix(tx, nomsDesReferents),
    sql: (value) => sql`s.referent_id = ${Number(value)}::int`,
  },
];

async function choix(tx: Tx, lire: typeof nomsDesStructures): Promise<readonly Option[]> {
  const nommes = await lire(tx, civilDay(new Date()));
  return nommes.map(({ id, nom }) => ({ value: String(id), label: nom }));
}
