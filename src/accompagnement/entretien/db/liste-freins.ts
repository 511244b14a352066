import { naturesProposees } from "#commun/referentiel";
import { definirPersonnes } from "#droits/dossier";
import {
  defineList,
  type ListColumn,
  type ListDefinition,
  type ListFilter,
} from "#platform/db/list/definition.ts";
import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
import { libellesPoids } from "../domain/libelles.ts";

const options = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));

const natures: Readonly<Record<string, string>> = Object.fromEntries(
  naturesProposees.map(({ code, libelle }) => [code, libelle]),
);

const etats = { ouvert: "Ouvert", leve: "Levé" } as const;

const ETAT = "case when p.leve_le is null then 'ouvert' else 'leve' end";

const INFINI = "2999-12-31";

/** Weighed one of these days, or was lifted on one of them. */
export function travailleEntre(du: string | null, au: string | null): Sql {
  return sql`exists (select from frein_periode t where t.frein_id = f.id and t.du <= ${au ?? INFINI}::date
    and (t.au is null or t.au >= ${du ?? "1900-01-01"}::date))`;
}

/** Worked on those days, and no longer weighs on the last of them. */
export function leveEntre(du: string | null, au: string | null): Sql {
  return sql`${travailleEntre(du, au)} and (select t.au is not null and t.au <= ${au ?? INFINI}::date
    from frein_periode t where t.frein_id = f.id and t.du <= ${au ?? INFINI}::date
    order by t.du desc, t.id desc limit 1)`;
}

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
  { key: "nature", label: "Frein", kind: "code", sql: "f.nature", options: natures },
  { key: "libelle", label: "Ce qui fait obstacle", kind: "text", sql: "f.libelle" },
  { key: "poids", label: "Poids", kind: "code", sql: "p.poids", options: libellesPoids },
  { key: "etat-frein", label: "Où il en est", kind: "code", sql: ETAT, options: etats },
  {
    key: "ouvert",
    label: "Ouvert le",
    kind: "date",
    sql: "p.ouvert_le",
    sortable: true,
    nullable: false,
  },
  { key: "leve", label: "Levé le", kind: "date", sql: "p.leve_le", sortable: true },
  { key: "preuve", label: "Preuve", kind: "text", sql: "p.preuve", secondary: true },
];

const filtres: readonly ListFilter[] = [
  {
    key: "etat-frein",
    label: "Où il en est",
    kind: "choices",
    options: options(etats),
    sentence: ({ values }) => values.toLocaleLowerCase("fr"),
    sql: (valeurs) => sql`${raw(ETAT)} = any(${[...valeurs]}::text[])`,
  },
  {
    key: "nature",
    label: "Nature du frein",
    kind: "choices",
    options: options(natures),
    sql: (valeurs) => sql`f.nature = any(${[...valeurs]}::text[])`,
  },
  {
    key: "poids",
    label: "Poids",
    kind: "choices",
    options: options(libellesPoids),
    sql: (valeurs) => sql`p.poids = any(${[...valeurs]}::text[])`,
  },
  {
    key: "travaille",
    label: "Travaillé pendant la période",
    kind: "date-range",
    sql: ({ from, to }) => travailleEntre(from, to),
  },
  {
    key: "leve",
    label: "Levé pendant la période",
    kind: "date-range",
    hint: "Travaillé ces jours-là, et levé le dernier d’entre eux.",
    sql: ({ from, to }) => leveEntre(from, to),
  },
  {
    key: "etape-en-retard",
    label: "Étape en retard",
    kind: "bool",
    words: { yes: "avec une étape en retard", no: "sans étape en retard" },
    sql: (oui) => {
      const retard = sql`exists (select from frein_etape e where e.frein_id = f.id and p.leve_le is null
        and e.faite_le is null and e.abandonnee_le is null and e.pour_le < (now() at time zone 'Europe/Paris')::date)`;
      return oui ? retard : sql`not ${retard}`;
    },
  },
];

/** The last period of the frein: since when it weighs, or when it was lifted and by what proof. */
const DERNIERE = `join frein f on f.personne_id = s.personne_id
  join lateral (select d.poids, d.preuve, d.au as leve_le,
      (select min(o.du) from frein_periode o where o.frein_id = f.id and o.du >= coalesce(
        (select max(l.au) from frein_periode l where l.frein_id = f.id and l.fin = 'leve' and l.id <> d.id and l.au <= d.du), o.du))
        as ouvert_le
    from frein_periode d where d.frein_id = f.id order by d.du desc, d.id desc limit 1) p on true`;

const base = definirPersonnes({
  name: "freins",
  noun: { one: "frein", many: "freins", feminine: false },
  avec: DERNIERE,
  key: "f.id",
  columns: colonnes,
  filters: filtres,
  defaultSort: { key: "ouvert", dir: "asc" },
  defaultFilters: { "etat-frein": "ouvert" },
});

const visibles: readonly string[] = [
  ...["nom", "nature", "libelle", "poids", "etat-frein", "ouvert", "leve"],
  ...["referent", "commune"],
];
const faits: readonly string[] = ["nature", "poids", "ouvert"];

/** One line a frein, with the person whose path it holds back. */
export const listeFreins: ListDefinition = defineList({
  ...base,
  columns: base.columns
    .map(({ phone: _, ...colonne }) => ({
      ...colonne,
      defaultVisible: visibles.includes(colonne.key),
      ...(faits.includes(colonne.key) && { phone: "fact" as const }),
    }))
    .toSorted((a, b) => rang(a.key) - rang(b.key)),
});

function rang(key: string): number {
  const place = visibles.indexOf(key);
  return place === -1 ? visibles.length : place;
}

export const requetesEntretien = [
  {
    nom: "freins-ouverts",
    libelle: "Freins ouverts",
    source:
      "Nord, axe V : « la levée d’obstacles ciblés et clairement identifiés » ; CNFPT, fiche de la référente insertion : « Repérer avec la personne les freins à son insertion professionnelle »",
    definition: listeFreins,
    adresse: "etat-frein=ouvert",
    chemin: "/freins",
    droit: "entretien:lire",
  },
] as const;
