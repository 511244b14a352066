import {
  defineList,
  type ListColumn,
  type ListDefinition,
  type ListFilter,
  type Option,
} from "#platform/db/list/definition.ts";
import { allOf, raw, sql } from "#platform/db/list/sql.ts";
import { outboxJoin } from "#platform/outbox/keep.ts";
import { libellesCanal, libellesEtatMessage, libellesUsageMessage } from "../domain/mots.ts";

/** The list of persons with what another module knows of them, given by the module that keeps persons. */
export type DefinirPersonnes = (liste: {
  readonly name: string;
  readonly noun?: ListDefinition["noun"];
  readonly avec?: string;
  readonly joins?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly columns?: readonly ListColumn[];
  readonly filters?: readonly ListFilter[];
  readonly extra?: NonNullable<ListDefinition["extra"]>;
  readonly defaultSort?: ListDefinition["defaultSort"];
  readonly defaultFilters?: Readonly<Record<string, string>>;
}) => ListDefinition;

const visibles = new Set(["nom", "usage", "canal", "jour", "depart"]);

const options = (libelles: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));

/** The day of an instant, where the département is. */
const leJour = (colonne: string) => `(${colonne} at time zone 'Europe/Paris')::date`;

/** Messages written, one a line, to the persons of the reader’s perimeter. */
export function listeMessages(definirPersonnes: DefinirPersonnes): ListDefinition {
  const definie = definirPersonnes({
    name: "messages",
    noun: { one: "message", many: "messages", feminine: false },
    avec: "join message m on m.personne_id = s.personne_id",
    joins: { envoi: outboxJoin("m.envoi_id") },
    key: "m.id",
    columns: colonnes,
    filters: filtres,
    extra: {
      essais: { sql: "e.essais", joins: ["envoi"] },
      pasAvant: { sql: leJour("e.pas_avant"), joins: ["envoi"] },
      finiLe: { sql: leJour("e.fini_le"), joins: ["envoi"] },
    },
    defaultSort: { key: "jour", dir: "desc" },
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

/** The rows of the index `boite_envoi_en_difficulte`, in the same words. */
const EN_DIFFICULTE = raw("(e.etat = 'refuse' or (e.etat = 'en-attente' and e.essais > 0))");

const colonnes: readonly ListColumn[] = [
  {
    key: "nom",
    label: "Personne",
    kind: "text",
    sql: "s.nom",
    sortSql: "s.cle_tri",
    sortable: true,
    nullable: false,
  },
  {
    key: "usage",
    label: "Message",
    kind: "code",
    sql: "m.usage",
    options: libellesUsageMessage,
    phone: "fact",
  },
  {
    key: "canal",
    label: "Par",
    kind: "code",
    sql: "m.canal",
    options: libellesCanal,
    secondary: true,
  },
  {
    key: "jour",
    label: "Écrit le",
    kind: "date",
    sql: "m.jour",
    sortable: true,
    nullable: false,
  },
  {
    key: "depart",
    label: "Départ",
    kind: "code",
    sql: "e.etat",
    joins: ["envoi"],
    options: libellesEtatMessage,
    phone: "fact",
  },
  { key: "raison", label: "Raison", kind: "text", sql: "e.derniere_erreur", joins: ["envoi"] },
  { key: "auteur", label: "Écrit par", kind: "text", sql: "m.ecrit_par" },
];

const filtres: readonly ListFilter[] = [
  {
    key: "usage",
    label: "Message",
    kind: "choices",
    options: options(libellesUsageMessage),
    sql: (valeurs) => sql`m.usage = any(${[...valeurs]}::text[])`,
  },
  {
    key: "depart",
    label: "Départ",
    kind: "choices",
    joins: ["envoi"],
    options: options(libellesEtatMessage),
    sql: (valeurs) => sql`e.etat = any(${[...valeurs]}::text[])`,
  },
  {
    key: "difficulte",
    label: "Difficulté",
    kind: "bool",
    joins: ["envoi"],
    words: { yes: "qui n’ont pas pu partir", no: "partis ou en attente de leur heure" },
    sql: (valeur) => (valeur ? EN_DIFFICULTE : sql`not ${EN_DIFFICULTE}`),
  },
  {
    key: "canal",
    label: "Courriel ou SMS",
    kind: "choices",
    options: options(libellesCanal),
    sql: (valeurs) => sql`m.canal = any(${[...valeurs]}::text[])`,
  },
  {
    key: "ecrit",
    label: "Écrit le",
    kind: "date-range",
    sentence: ({ values }) => `écrits ${values}`,
    sql: ({ from, to }) =>
      allOf([
        ...(from === null ? [] : [sql`m.jour >= ${from}::date`]),
        ...(to === null ? [] : [sql`m.jour <= ${to}::date`]),
      ]),
  },
];
