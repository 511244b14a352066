import type { UsageCourrier } from "#commun/referentiel";
import {
  defineList,
  type ListColumn,
  type ListDefinition,
  type ListFilter,
  type Option,
} from "#platform/db/list/definition.ts";
import { allOf, sql } from "#platform/db/list/sql.ts";
import { moyensEnvoi, preuvesReception } from "../domain/courrier.ts";
import { libellesUsage } from "../domain/usages.ts";

/** The list of persons with what another module knows of them, given by the module that keeps persons. */
export type DefinirPersonnes = (liste: {
  readonly name: string;
  readonly noun?: ListDefinition["noun"];
  readonly depuis?: { readonly table: string; readonly personne: string };
  readonly key?: string;
  readonly columns?: readonly ListColumn[];
  readonly filters?: readonly ListFilter[];
  readonly extra?: NonNullable<ListDefinition["extra"]>;
  readonly defaultSort?: ListDefinition["defaultSort"];
  readonly defaultFilters?: Readonly<Record<string, string>>;
}) => ListDefinition;

const visibles = new Set(["numero", "nom", "titre", "emis", "moyen", "envoye", "recu"]);

const options = (libelles: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));

/** Letters issued, one a line, to the persons of the reader’s perimeter. */
export function listeCourriers(definirPersonnes: DefinirPersonnes): ListDefinition {
  const definie = definirPersonnes({
    name: "courriers",
    noun: { one: "courrier", many: "courriers", feminine: false },
    depuis: { table: "courrier c", personne: "c.personne_id" },
    key: "c.id",
    columns: colonnes,
    filters: filtres,
    extra: {
      courrier: { sql: "c.id" },
      attente: { sql: "exists (select from courrier_a_imprimer a where a.courrier_id = c.id)" },
    },
    defaultSort: { key: "emis", dir: "desc" },
    defaultFilters: {},
  });
  return defineList({
    ...definie,
    columns: definie.columns.map((colonne) => ({
      ...colonne,
      defaultVisible: visibles.has(colonne.key),
    })),
  });
}

/** Whom a model is tried on. */
export function listeEssais(definirPersonnes: DefinirPersonnes): ListDefinition {
  return definirPersonnes({ name: "courriers-essais" });
}

const colonnes: readonly ListColumn[] = [
  {
    key: "numero",
    label: "Numéro",
    kind: "text",
    sql: "c.annee || '-' || lpad(c.rang::text, 6, '0')",
    nullable: false,
  },
  {
    key: "nom",
    label: "Personne",
    kind: "text",
    sql: "s.nom",
    joins: ["personne"],
    sortSql: "s.cle_tri",
    sortable: true,
    nullable: false,
  },
  { key: "titre", label: "Courrier", kind: "text", sql: "c.titre" },
  {
    key: "emis",
    label: "Émis le",
    kind: "date",
    sql: "c.emis_le",
    sortable: true,
    nullable: false,
  },
  {
    key: "moyen",
    label: "Moyen",
    kind: "code",
    sql: "c.moyen",
    options: moyensEnvoi,
    secondary: true,
  },
  { key: "envoye", label: "Envoyé le", kind: "date", sql: "c.envoye_le" },
  { key: "recu", label: "Reçu le", kind: "date", sql: "c.recu_le", secondary: true },
  {
    key: "preuve",
    label: "Réception",
    kind: "code",
    sql: "c.preuve_reception",
    options: preuvesReception,
  },
  { key: "auteur", label: "Émis par", kind: "text", sql: "c.emis_par" },
];

const filtres: readonly ListFilter[] = [
  {
    key: "usage",
    label: "Courrier",
    kind: "choices",
    options: options(libellesUsage satisfies Readonly<Record<UsageCourrier, string>>),
    sql: (valeurs) => sql`c.usage = any(${[...valeurs]}::text[])`,
  },
  {
    key: "emis",
    label: "Émis le",
    kind: "date-range",
    sentence: ({ values }) => `émis ${values}`,
    sql: ({ from, to }) =>
      allOf([
        ...(from === null ? [] : [sql`c.emis_le >= ${from}::date`]),
        ...(to === null ? [] : [sql`c.emis_le <= ${to}::date`]),
      ]),
  },
  {
    key: "moyen",
    label: "Moyen d’envoi",
    kind: "choices",
    options: options(moyensEnvoi),
    sql: (valeurs) => sql`c.moyen = any(${[...valeurs]}::text[])`,
  },
  {
    key: "envoye",
    label: "Envoi",
    kind: "bool",
    words: { yes: "envoyés", no: "à envoyer" },
    sql: (valeur) => sql`(c.envoye_le is not null) = ${valeur}`,
  },
  {
    key: "imprime",
    label: "Impression",
    kind: "bool",
    words: { yes: "dont le document est prêt", no: "en cours d’impression" },
    sql: (valeur) =>
      sql`(not exists (select from courrier_a_imprimer a where a.courrier_id = c.id)) = ${valeur}`,
  },
  {
    key: "recu",
    label: "Réception",
    kind: "bool",
    words: { yes: "dont la réception est connue", no: "dont la réception n’est pas connue" },
    sql: (valeur) => sql`(c.recu_le is not null) = ${valeur}`,
  },
  {
    key: "lot",
    label: "Numéro de lot",
    kind: "int-range",
    sentence: ({ values }) => `lot ${values}`,
    sql: ({ from, to }) =>
      allOf([
        ...(from === null ? [] : [sql`c.lot_id >= ${from}::int`]),
        ...(to === null ? [] : [sql`c.lot_id <= ${to}::int`]),
      ]),
  },
];
