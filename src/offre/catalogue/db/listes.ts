import { libellesCategorie } from "#commun/referentiel";
import { nomsDesStructures } from "#commun/structure";
import { communeNommee, nomsDesTerritoires } from "#droits/territoire";
import {
  defineList,
  type ListColumn,
  type ListDefinition,
  type ListFilter,
  type Option,
} from "#platform/db/list/definition.ts";
import { always, raw, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { programmeAu } from "../domain/programme.ts";
import type { PlacesPrises } from "./places.ts";

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";
const ETAT = `(case when a.periode @> ${AUJOURDHUI} then 'ouverte' when lower(a.periode) > ${AUJOURDHUI} then 'a-venir' else 'fermee' end)`;

const entrees = { continue: "Toute l’année", sessions: "Par sessions" } as const;

/** The axes of the département whose base this is, in the order of its programme. */
async function axes(tx: Tx): Promise<readonly Option[]> {
  const [departement] = await tx.query<{ referentiel: string; le: string }>(
    `select referentiel, ${AUJOURDHUI} as le from jalon.departement where schema_nom = current_schema()`,
  );
  if (!departement) return [];
  const { programme } = programmeAu(departement.referentiel, departement.le);
  return programme.axes.map(({ code, numero, libelle }) => ({
    value: code,
    label: `${numero} · ${libelle}`,
  }));
}

/** The sheets under which an action was ever agreed. */
function fiches(tx: Tx): Promise<readonly Option[]> {
  return tx.query<Option>(
    `select fiche_code as value, max(fiche ->> 'numero') || ' · ' || max(fiche ->> 'court') as label
     from action group by fiche_code order by 2`,
  );
}

async function operateurs(tx: Tx): Promise<readonly Option[]> {
  const noms = await nomsDesStructures(tx, "9999-12-31");
  const avec = await tx.query<{ id: number }>("select distinct structure_id as id from action");
  const ids = new Set(avec.map(({ id }) => id));
  return noms
    .filter(({ id }) => ids.has(id))
    .map(({ id, nom }) => ({ value: String(id), label: nom }));
}

async function territoires(tx: Tx): Promise<readonly Option[]> {
  return (await nomsDesTerritoires(tx)).map(({ id, nom }) => ({ value: String(id), label: nom }));
}

const nombres = (valeurs: readonly string[]) => valeurs.map(Number).filter(Number.isSafeInteger);

const filtres: readonly ListFilter[] = [
  {
    key: "texte",
    label: "Nom ou numéro",
    kind: "search",
    sentence: ({ values }) => `dont le nom contient ${values}`,
    sql: (texte) =>
      sql`(a.nom ilike ${`%${texte.trim()}%`} or a.numero ilike ${`${texte.trim()}%`} or s.nom ilike ${`%${texte.trim()}%`})`,
  },
  {
    key: "axe",
    label: "Axe",
    kind: "choices",
    options: axes,
    sentence: ({ values }) => `de l’axe ${values}`,
    sql: (valeurs) => sql`a.axe = any(${[...valeurs]}::text[])`,
  },
  {
    key: "fiche",
    label: "Fiche",
    kind: "choices",
    options: fiches,
    sentence: ({ values }) => `de la fiche ${values}`,
    sql: (valeurs) => sql`a.fiche_code = any(${[...valeurs]}::text[])`,
  },
  {
    key: "operateur",
    label: "Opérateur",
    kind: "choices",
    options: operateurs,
    sentence: ({ values }) => `de ${values}`,
    sql: (valeurs) => sql`a.structure_id = any(${nombres(valeurs)}::int[])`,
  },
  {
    key: "territoire",
    label: "Territoire",
    kind: "choices",
    options: territoires,
    sentence: ({ values }) => `sur le territoire ${values}`,
    sql: (valeurs) => sql`a.territoire_id = any(${nombres(valeurs)}::int[])`,
  },
  {
    key: "commune",
    label: "Commune desservie",
    kind: "text",
    hint: "Nom ou code ; une action sans commune dite sert tout son territoire.",
    sentence: ({ values }) => `qui servent ${values}`,
    sql: (texte) =>
      sql`(exists (select from desserte_action d where d.action_id = a.id and ${communeNommee("d.code_commune", texte)})
        or (not exists (select from desserte_action d where d.action_id = a.id)
          and exists (select from territoire_commune tc where tc.territoire_id = a.territoire_id
            and tc.periode @> ${raw(AUJOURDHUI)} and ${communeNommee("tc.code_commune", texte)})))`,
  },
  {
    key: "entree",
    label: "Entrée",
    kind: "choices",
    options: Object.entries(entrees).map(([value, label]) => ({ value, label })),
    sentence: ({ values }) => `où l’on entre ${values.toLocaleLowerCase("fr")}`,
    sql: (valeurs) => sql`a.entree = any(${[...valeurs]}::text[])`,
  },
  {
    key: "etat",
    label: "Ouverture",
    kind: "choices",
    options: [
      { value: "ouverte", label: "Ouvertes" },
      { value: "a-venir", label: "À venir" },
      { value: "fermee", label: "Fermées" },
    ],
    sentence: ({ values }) => values.toLocaleLowerCase("fr"),
    sql: (valeurs) => sql`${raw(ETAT)} = any(${[...valeurs]}::text[])`,
  },
];

function colonnes(occupees: string, libres: string): readonly ListColumn[] {
  return [
    { key: "nom", label: "Action", kind: "text", sql: "a.nom", sortable: true, nullable: false },
    { key: "fiche", label: "Fiche", kind: "text", sql: "(a.fiche ->> 'numero')", phone: "fact" },
    {
      key: "operateur",
      label: "Opérateur",
      kind: "text",
      sql: "s.nom",
      sortable: true,
      nullable: false,
      phone: "fact",
    },
    {
      key: "territoire",
      label: "Territoire",
      kind: "text",
      sql: "t.nom",
      sortSql: "t.ordre",
      secondary: true,
    },
    {
      key: "places",
      label: "Places",
      kind: "int",
      sql: "coalesce(p.places, 0)",
      sortable: true,
      nullable: false,
      defaultVisible: false,
    },
    {
      key: "prises",
      label: "Occupées / places",
      kind: "int",
      sql: occupees,
      sortable: true,
      nullable: false,
    },
    {
      key: "libres",
      label: "Libres",
      kind: "int",
      sql: libres,
      sortable: true,
      nullable: false,
      phone: "title",
      unit: "libres",
    },
    ...colonnesEnPlus,
  ];
}

const colonnesEnPlus: readonly ListColumn[] = [
  {
    key: "etat",
    label: "Ouverture",
    kind: "code",
    sql: ETAT,
    options: { ouverte: "Ouverte", "a-venir": "À venir", fermee: "Fermée" },
    defaultVisible: false,
  },
  {
    key: "ouverture",
    label: "Ouverte le",
    kind: "date",
    sql: "lower(a.periode)",
    sortable: true,
    nullable: false,
    defaultVisible: false,
  },
  {
    key: "fin",
    label: "Dernier jour",
    kind: "date",
    sql: "(upper(a.periode) - 1)",
    defaultVisible: false,
  },
  {
    key: "entree",
    label: "Entrée",
    kind: "code",
    sql: "a.entree",
    options: entrees,
    defaultVisible: false,
  },
  {
    key: "categorie",
    label: "Catégorie juridique",
    kind: "code",
    sql: "a.categorie_juridique",
    options: libellesCategorie,
    defaultVisible: false,
  },
  { key: "numero", label: "Convention", kind: "text", sql: "a.numero", defaultVisible: false },
  {
    key: "quartiers",
    label: "Places des quartiers prioritaires",
    kind: "int",
    sql: "p.places_quartiers",
    defaultVisible: false,
  },
];

/** Every action, its places and what is left of them today. The catalogue is for everybody: it names nobody. */
export function definirListeActions(prises: PlacesPrises): ListDefinition {
  const occupees = prises("a.id", AUJOURDHUI).strings.join("");
  const libres = `greatest(coalesce(p.places, 0) - ${occupees}, 0)`;
  return defineList({
    name: "actions",
    noun: { one: "action", many: "actions", feminine: true },
    from: `action a join structure s on s.id = a.structure_id join territoire t on t.id = a.territoire_id
      left join place_action p on p.action_id = a.id and p.periode @> ${AUJOURDHUI}`,
    key: "a.id",
    columns: colonnes(occupees, libres),
    filters: [
      ...filtres,
      {
        key: "libres",
        label: "Places libres",
        kind: "bool",
        words: { yes: "avec des places libres", no: "complètes" },
        sql: (oui) => raw(oui ? `${libres} > 0` : `${libres} <= 0`),
      },
    ],
    perimeter: () => always,
    defaultSort: { key: "nom", dir: "asc" },
    defaultFilters: { etat: "ouverte" },
  });
}
