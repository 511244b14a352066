import type { RegleEcheance } from "#commun/referentiel";
import {
  defineList,
  type ListColumn,
  type ListDefinition,
  type ListFilter,
  type Option,
} from "#platform/db/list/definition.ts";
import { allOf, joinSql, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { bornesMoment, libellesMoment, type Moment, moments } from "../domain/moment.ts";
import { libellesDesActes, libellesPorteur } from "../domain/regles.ts";

/** The list of persons with what is open for them, given by the module that keeps persons. */
export type DefinirPersonnes = (liste: {
  readonly name: string;
  readonly noun: ListDefinition["noun"];
  readonly depuis: { readonly table: string; readonly personne: string };
  readonly key: string;
  readonly columns: readonly ListColumn[];
  readonly filters: readonly ListFilter[];
  readonly extra: NonNullable<ListDefinition["extra"]>;
  readonly condition: Sql;
  readonly defaultSort: ListDefinition["defaultSort"];
  readonly defaultFilters: Readonly<Record<string, string>>;
}) => ListDefinition;

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";

const OUVERTE = raw("e.accomplie_le is null and e.eteinte_le is null");

/** Name of the join to the present of the person. */
const PERSONNE = "personne";

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
  const siennes = colonnes(actes);
  const nommees = new Set(siennes.map(({ key }) => key));
  const definie = definirPersonnes({
    name: "echeances",
    noun: { one: "échéance", many: "échéances", feminine: true },
    depuis: { table: "echeance e", personne: "e.personne_id" },
    key: "e.id",
    columns: siennes,
    extra: {
      code: { sql: "e.code" },
      depart: { sql: "e.depart" },
      brute: { sql: "e.brute" },
      limite: { sql: "e.limite" },
      aujourdhui: { sql: AUJOURDHUI },
    },
    filters: filtres(actes),
    condition: OUVERTE,
    defaultSort: { key: "limite", dir: "asc" },
    defaultFilters: {},
  });
  return defineList({
    ...definie,
    columns: definie.columns.map((colonne) => ({
      ...(nommees.has(colonne.key) ? colonne : sansPlaceAuTelephone(colonne)),
      defaultVisible: visibles.has(colonne.key),
    })),
  });
}

/** On a phone a line says what must be done and by when; the rest of the person waits to be asked for. */
function sansPlaceAuTelephone({ phone: _, ...colonne }: ListColumn): ListColumn {
  return colonne;
}

function colonnes(actes: Readonly<Record<string, string>>): readonly ListColumn[] {
  return [
    {
      key: "nom",
      label: "Personne",
      kind: "text",
      sql: "s.nom",
      joins: [PERSONNE],
      sortSql: "s.cle_tri",
      sortable: true,
      nullable: false,
    },
    { key: "quoi", label: "À faire", kind: "code", sql: "e.code", options: actes, phone: "fact" },
    {
      key: "limite",
      label: "Pour le",
      kind: "date",
      sql: "e.limite",
      phone: "title",
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
      sql: conditionPorteurs,
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

/** One bearer alone is compared as such, so that the index gives her lines in their order. */
export function conditionPorteurs(porteurs: readonly string[]): Sql {
  const [seul, ...autres] = porteurs;
  return seul !== undefined && autres.length === 0
    ? sql`e.pour = ${seul}`
    : sql`e.pour = any(${[...porteurs]}::text[])`;
}

/** Where the rows one reader may see are read from: persons are joined only when her perimeter needs them. */
export function sourceDe(liste: ListDefinition, portee: Portee, avec: "personnes" | null): Sql {
  const jointures = avec === null ? (liste.perimeterJoins?.(portee) ?? []) : [PERSONNE];
  return raw([liste.from, ...jointures.map((nom) => liste.joins?.[nom] ?? "")].join(" "));
}

const minuscule = (texte: string) => texte.charAt(0).toLocaleLowerCase("fr") + texte.slice(1);
const avecArticle = (porteur: string) => `le ${minuscule(porteur)}`;
