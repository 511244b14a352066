import type { RegleEcheance } from "#commun/referentiel";
import {
  defineList,
  type ListColumn,
  type ListDefinition,
  type ListFilter,
  type Option,
} from "#platform/db/list/definition.ts";
import { allOf, joinSql, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import { bornesMoment, libellesMoment, type Moment, moments } from "../domain/moment.ts";
import { libellesDesActes, libellesPorteur } from "../domain/regles.ts";

/** The list of persons with what another module knows of them, given by the module that keeps persons. */
export type DefinirPersonnes = (liste: {
  readonly name: string;
  readonly noun: ListDefinition["noun"];
  readonly avec: string;
  readonly key: string;
  readonly columns: readonly ListColumn[];
  readonly filters: readonly ListFilter[];
  readonly extra: NonNullable<ListDefinition["extra"]>;
  readonly defaultSort: ListDefinition["defaultSort"];
  readonly defaultFilters: Readonly<Record<string, string>>;
}) => ListDefinition;

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";

const visibles = new Set(["nom", "quoi", "limite", "pour", "commune", "referent"]);

const options = (libelles: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));

/** Days of one moment, as plain comparisons the index on `limite` answers. */
export function conditionMoment(moment: Moment, le: Sql = raw(AUJOURDHUI)): Sql {
  const { de, a } = bornesMoment[moment];
  return allOf([
    ...(de === null ? [] : [sql`e.limite >= ${le} + ${raw(String(de))}`]),
    ...(a === null ? [] : [sql`e.limite <= ${le} + ${raw(String(a))}`]),
  ]);
}

/** What is open, one line an act to do for a person, in the words of one référentiel. */
export function listeEcheances(
  definirPersonnes: DefinirPersonnes,
  regles: readonly RegleEcheance[],
): ListDefinition {
  const actes = libellesDesActes(regles);
  const definie = definirPersonnes({
    name: "echeances",
    noun: { one: "échéance", many: "échéances", feminine: true },
    avec: `join echeance e on e.personne_id = s.personne_id
      and e.accomplie_le is null and e.eteinte_le is null`,
    key: "e.id",
    columns: colonnes(actes),
    filters: filtres(actes),
    extra: {
      code: { sql: "e.code" },
      depart: { sql: "e.depart" },
      brute: { sql: "e.brute" },
      limite: { sql: "e.limite" },
      aujourdhui: { sql: AUJOURDHUI },
    },
    defaultSort: { key: "limite", dir: "asc" },
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

function colonnes(actes: Readonly<Record<string, string>>): readonly ListColumn[] {
  return [
    {
      key: "nom",
      label: "Personne",
      kind: "text",
      sql: "s.nom",
      sortSql: "s.cle_tri",
      sortable: true,
      nullable: false,
    },
    { key: "quoi", label: "À faire", kind: "code", sql: "e.code", options: actes },
    {
      key: "limite",
      label: "Pour le",
      kind: "date",
      sql: "e.limite",
      sortable: true,
      nullable: false,
    },
    {
      key: "pour",
      label: "Par",
      kind: "code",
      sql: "e.pour",
      options: libellesPorteur,
      secondary: true,
    },
    { key: "depart", label: "Compté depuis le", kind: "date", sql: "e.depart" },
    { key: "brute", label: "Dernier jour compté", kind: "date", sql: "e.brute" },
    { key: "connue", label: "Connue le", kind: "date", sql: "e.connue_le" },
  ];
}

function filtres(actes: Readonly<Record<string, string>>): readonly ListFilter[] {
  return [
    {
      key: "quand",
      label: "Quand",
      kind: "choices",
      options: options(libellesMoment),
      sentence: ({ labels }) => labels.map(minuscule).join(" ou "),
      sql: (valeurs) =>
        sql`(${joinSql(
          moments.filter((un) => valeurs.includes(un)).map((un) => conditionMoment(un)),
          " or ",
        )})`,
    },
    {
      key: "pour",
      label: "À faire par",
      kind: "choices",
      options: options(libellesPorteur),
      sentence: ({ labels }) => `à faire par ${labels.map(avecArticle).join(" ou ")}`,
      sql: (valeurs) => sql`e.pour = any(${[...valeurs]}::text[])`,
    },
    {
      key: "quoi",
      label: "À faire",
      kind: "choices",
      options: options(actes),
      sentence: ({ labels }) => labels.map((acte) => `« ${acte} »`).join(" ou "),
      sql: (valeurs) => sql`e.code = any(${[...valeurs]}::text[])`,
    },
    {
      key: "limite",
      label: "Pour le",
      kind: "date-range",
      sentence: ({ values }) => `à faire ${values}`,
      sql: ({ from, to }) =>
        allOf([
          ...(from === null ? [] : [sql`e.limite >= ${from}::date`]),
          ...(to === null ? [] : [sql`e.limite <= ${to}::date`]),
        ]),
    },
  ];
}

const minuscule = (texte: string) => texte.charAt(0).toLocaleLowerCase("fr") + texte.slice(1);
const avecArticle = (porteur: string) => `le ${minuscule(porteur)}`;
