import { jointureCommune, jointureTerritoire } from "#droits/territoire";
import { civilDay } from "#platform/clock/civil-day.ts";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import {
  defineList,
  type ListColumn,
  type ListDefinition,
  type ListFilter,
} from "#platform/db/list/definition.ts";
import { allOf, type Sql } from "#platform/db/list/sql.ts";
import { colonnesPersonnes } from "./colonnes-personnes.ts";
import { filtresPersonnes } from "./filtres-personnes.ts";
import { conditionPortee } from "./portee.ts";
import { jointuresDuSuivi } from "./suivi-des-personnes.ts";

interface ListeDePersonnes {
  readonly name: string;
  readonly noun?: ListDefinition["noun"];
  /**
   * Follows `situation_personne s`: `join echeance e on e.personne_id = s.personne_id`. What is counted is kept
   * until the version of the data changes: every table joined or filtered must change it (`changesVersion`).
   */
  readonly avec?: string;
  /**
   * In place of `avec`: the lines are those of this table, each of one person. She is joined, as `personne`, only where
   * a column, a filter or a perimeter speaks of her: counting the whole département reads this table alone.
   */
  readonly depuis?: {
    /** `echeance e` */
    readonly table: string;
    /** `e.personne_id` */
    readonly personne: string;
  };
  /** Unique per line, when a person may have several: `e.id`. */
  readonly key?: string;
  readonly joins?: Readonly<Record<string, string>>;
  /** Before those of the persons; a key of theirs replaced by one of these is left out. */
  readonly columns?: readonly ListColumn[];
  readonly filters?: readonly ListFilter[];
  readonly extra?: ListDefinition["extra"];
  /** Narrows the list whatever its filters. */
  readonly condition?: Sql;
  readonly defaultSort?: ListDefinition["defaultSort"];
  readonly defaultFilters?: Readonly<Record<string, string>>;
}

/** Name of the join to the present of the person. */
const PERSONNE = "personne";

/**
 * A list of persons with their present, and what another module knows of them. Lines carry `qualite`, `nom`,
 * `prenom`, `etat` and `personne`; the perimeter of the reader always applies.
 */
export function definirPersonnes({ depuis, ...liste }: ListeDePersonnes) {
  const colonnes = liste.columns ?? [];
  const filtres = liste.filters ?? [];
  const personne = depuis ? [PERSONNE] : [];
  const delle = <
    Sienne,
    Partie extends { readonly sql: Sienne; readonly joins?: readonly string[] },
  >(
    partie: Partie,
  ): Partie => (depuis ? { ...partie, joins: [...personne, ...(partie.joins ?? [])] } : partie);
  return defineList({
    name: liste.name,
    noun: liste.noun ?? { one: "personne", many: "personnes", feminine: true },
    from: depuis?.table ?? `situation_personne s ${liste.avec ?? ""}`.trim(),
    joins: {
      ...(depuis && {
        [PERSONNE]: `join situation_personne s on s.personne_id = ${depuis.personne}`,
      }),
      commune: jointureCommune("s.code_commune"),
      territoire: jointureTerritoire("s.code_commune"),
      ...jointuresDuSuivi,
      ...liste.joins,
    },
    key: liste.key ?? "s.personne_id",
    columns: [...colonnes, ...sans(colonnesPersonnes, colonnes).map(delle)],
    extra: {
      qualite: delle({ sql: "s.qualite" }),
      prenom: delle({ sql: "s.prenom" }),
      nom: delle({ sql: "s.nom" }),
      etat: delle({ sql: "s.etat" }),
      personne: { sql: depuis?.personne ?? "s.personne_id" },
      ...liste.extra,
    },
    filters: [...filtres, ...sans(filtresPersonnes, filtres).map(delle)],
    perimeterJoins: ({ territoires }) => (territoires === "tous" ? [] : personne),
    perimeter: (portee) =>
      allOf([conditionPortee(portee), ...(liste.condition ? [liste.condition] : [])]),
    defaultSort: liste.defaultSort ?? { key: "nom", dir: "asc" },
    defaultFilters: liste.defaultFilters ?? { beneficiaire: "oui" },
    keepCount: garderLeCompte,
  });
}

const comptes = new KeptCounts<number>();

/** The perimeter is in the question; some filters follow the day. */
const garderLeCompte: NonNullable<ListDefinition["keepCount"]> = ({ tx, text, values }, compter) =>
  comptes.read(tx, JSON.stringify([civilDay(new Date()), text, values]), compter);

function sans<Partie extends { readonly key: string }>(
  parties: readonly Partie[],
  remplacees: readonly { readonly key: string }[],
): readonly Partie[] {
  const cles = new Set(remplacees.map(({ key }) => key));
  return parties.filter(({ key }) => !cles.has(key));
}
