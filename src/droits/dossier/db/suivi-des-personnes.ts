import {
  jointureReferent,
  jointureStructure,
  nomsDesReferents,
  nomsDesStructures,
} from "#commun/structure";
import { civilDay } from "#platform/clock/civil-day.ts";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import type { ListColumn, ListFilter, Option } from "#platform/db/list/definition.ts";
import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
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

const libellesNature = {
  "cer-professionnel": "CER professionnel",
  "cer-social": "CER social",
  ppae: "PPAE",
  "contrat-engagement": "Contrat d’engagement",
  "contrat-engagement-generique": "Contrat générique",
  "contrat-orientation": "Contrat d’orientation",
} as const;

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";

/** On a row `s` of the present: somebody signed a contract with her, and its term has not come on that day. */
export const sousContrat = (le: Sql = raw(AUJOURDHUI)): Sql =>
  sql`(s.contrat_id is not null and (s.contrat_jusqua is null or s.contrat_jusqua > ${le}))`;

const etatsDuContrat = {
  "en-cours": "sous contrat",
  sans: "orientée, sans contrat",
  echu: "contrat échu",
  "a-terme": "contrat à échéance dans les deux mois",
  "bilan-retard": "bilan en retard",
  "bilan-proche": "bilan à faire dans le mois",
} as const;

const conditionsDuContrat: Readonly<Record<string, Sql>> = {
  "en-cours": sousContrat(),
  sans: sql`(s.orientation_type is not null and not ${sousContrat()})`,
  echu: raw(`(s.contrat_id is not null and s.contrat_jusqua <= ${AUJOURDHUI})`),
  "a-terme": raw(
    `(s.contrat_id is not null and s.contrat_jusqua > ${AUJOURDHUI} and s.contrat_jusqua <= ${AUJOURDHUI} + 60)`,
  ),
  "bilan-retard": raw(`(s.contrat_bilan_le < ${AUJOURDHUI})`),
  "bilan-proche": raw(
    `(s.contrat_bilan_le >= ${AUJOURDHUI} and s.contrat_bilan_le <= ${AUJOURDHUI} + 30)`,
  ),
};

const filtresDuContrat: readonly ListFilter[] = [
  {
    key: "contrat",
    label: "Contrat",
    kind: "choice",
    options: Object.entries(etatsDuContrat).map(([value, label]) => ({ value, label })),
    sentence: ({ values }) => values,
    sql: (value) => conditionsDuContrat[value] ?? sousContrat(),
  },
  {
    key: "nature",
    label: "Nature du contrat",
    kind: "choices",
    options: Object.entries(libellesNature).map(([value, label]) => ({ value, label })),
    sentence: ({ labels }) => labels.join(" ou "),
    sql: (values) => sql`(s.contrat_id is not null and s.contrat_nature = any(${values}::text[]))`,
  },
];

const colonnesDuContrat: readonly ListColumn[] = [
  {
    key: "nature",
    label: "Contrat",
    kind: "code",
    sql: "s.contrat_nature",
    options: libellesNature,
    defaultVisible: false,
  },
  {
    key: "signe",
    label: "Contrat signé le",
    kind: "date",
    sql: "s.contrat_signe_le",
    defaultVisible: false,
  },
  {
    key: "terme",
    label: "Contrat jusqu’au",
    kind: "date",
    sql: "s.contrat_jusqua - 1",
    sortSql: "s.contrat_jusqua",
    sortable: true,
    defaultVisible: false,
  },
  {
    key: "bilan",
    label: "Prochain bilan",
    kind: "date",
    sql: "s.contrat_bilan_le",
    sortable: true,
    defaultVisible: false,
  },
];

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
  ...colonnesDuContrat,
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
  ...filtresDuContrat,
];

const gardes = new KeptCounts<readonly Option[]>();

/** Every list offers them: a département has a thousand référents. */
function choix(tx: Tx, lire: typeof nomsDesStructures): Promise<readonly Option[]> {
  const le = civilDay(new Date());
  return gardes.read(tx, `${lire.name} ${le}`, async () =>
    (await lire(tx, le)).map(({ id, nom }) => ({ value: String(id), label: nom })),
  );
}
