import { classesOrganisme, libellesClasseSortie, libellesNatureSortie } from "#commun/referentiel";
import { libellesClasse } from "#commun/structure";
import type { ListFilter, Range } from "#platform/db/list/definition.ts";
import { joinSql, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import {
  etatsSejour,
  libellesPreuveSortie,
  libellesRealisation,
  suitesSejour,
} from "../domain/libelles.ts";
import {
  choixActions,
  choixAxes,
  choixFiches,
  choixOperateurs,
  choixTerritoires,
} from "./options.ts";

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";

const options = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));

/** The last time she was met. */
export const RENCONTRE = `(select max(r.le) from realisation_sejour r where r.sejour_id = j.id and r.annulee_le is null
  and r.nature in ('premier-accueil', 'rencontre', 'bilan'))`;
/** Days after which the rhythm of the sheet is no longer kept: a week or a month shared by its meetings, and one day. */
const RYTHME = `ceil(case a.fiche -> 'rythme' ->> 'par' when 'semaine' then 7.0 else 31.0 end
  / (a.fiche -> 'rythme' ->> 'minimum')::int)::int + 1`;

const conditions: Readonly<Record<keyof typeof etatsSejour, string>> = {
  "en-cours": "j.sorti_le is null",
  sortis: "j.sorti_le is not null",
  suspendus: `j.sorti_le is null and exists (select from suspension_sejour p where p.sejour_id = j.id and p.periode @> ${AUJOURDHUI})`,
  "plafond-proche": `j.sorti_le is null and j.terme > ${AUJOURDHUI} and j.terme <= ${AUJOURDHUI} + 60`,
  "plafond-depasse": `j.sorti_le is null and j.terme <= ${AUJOURDHUI}`,
  "droit-perdu": "j.sorti_le is null and a.fiche ->> 'socle' = 'sejour' and not s.beneficiaire",
  "sans-rencontre": `j.sorti_le is null and jsonb_typeof(a.fiche -> 'rythme') = 'object'
    and coalesce(${RENCONTRE}, j.entre_le) < ${AUJOURDHUI} - (${RYTHME})
    and not exists (select from suspension_sejour p where p.sejour_id = j.id and p.periode @> ${AUJOURDHUI})`,
};

const suites: Readonly<Record<keyof typeof suitesSejour, string>> = {
  attendue: `u.constatee_le is null and u.prevue_le >= ${AUJOURDHUI}`,
  retard: `u.constatee_le is null and u.prevue_le < ${AUJOURDHUI}`,
  faite: "u.constatee_le is not null",
};

const lUn = (valeurs: readonly string[], textes: Readonly<Record<string, string>>): Sql =>
  sql`(${joinSql(
    valeurs.map((valeur) => raw(`(${textes[valeur] ?? "false"})`)),
    " or ",
  )})`;

const DEBUT = "0001-01-01";
const FIN = "9999-12-31";
const entre =
  (colonne: string) =>
  ({ from, to }: Range<string>): Sql =>
    sql`${raw(colonne)} between ${from ?? DEBUT}::date and ${to ?? FIN}::date`;

const minuscules = (texte: string) => texte.toLocaleLowerCase("fr");

const ou: readonly ListFilter[] = [
  {
    key: "action",
    label: "Action",
    kind: "choice",
    options: choixActions,
    sentence: ({ values }) => `dans « ${values} »`,
    sql: (valeur) => sql`j.action_id = ${Number(valeur)}::int`,
  },
  {
    key: "operateur",
    label: "Opérateur",
    kind: "choices",
    options: choixOperateurs,
    sentence: ({ values }) => `chez ${values}`,
    sql: (valeurs) => sql`a.structure_id = any(${valeurs.map(Number)}::int[])`,
  },
  {
    key: "axe",
    label: "Axe",
    kind: "choices",
    options: choixAxes,
    sentence: ({ values }) =>
      minuscules(values).replaceAll(/axe (\S+)/g, (_, n) => `axe ${n.toUpperCase()}`),
    sql: (valeurs) => sql`a.axe = any(${[...valeurs]}::text[])`,
  },
  {
    key: "fiche",
    label: "Fiche",
    kind: "choices",
    options: choixFiches,
    sql: (valeurs) => sql`a.fiche_code = any(${[...valeurs]}::text[])`,
  },
  {
    key: "territoire",
    label: "Territoire",
    kind: "choices",
    options: choixTerritoires,
    sql: (valeurs) => sql`a.territoire_id = any(${valeurs.map(Number)}::int[])`,
  },
];

const quand: readonly ListFilter[] = [
  {
    key: "present",
    label: "Présents",
    kind: "date-range",
    hint: "À la fin d’un des jours ; le jour de la sortie est libre.",
    sentence: ({ values }) => `présents ${values}`,
    sql: ({ from, to }) =>
      sql`j.entre_le <= ${to ?? FIN}::date and (j.sorti_le is null or j.sorti_le > ${from ?? DEBUT}::date)`,
  },
  {
    key: "accompagnes",
    label: "Accompagnés",
    kind: "date-range",
    hint: "Au moins un jour, celui de la sortie compris.",
    sentence: ({ values }) => `accompagnés ${values}`,
    sql: ({ from, to }) =>
      sql`j.entre_le <= ${to ?? FIN}::date and (j.sorti_le is null or j.sorti_le >= ${from ?? DEBUT}::date)`,
  },
  {
    key: "entree",
    label: "Entrés",
    kind: "date-range",
    sentence: ({ values }) => `entrés ${values}`,
    sql: entre("j.entre_le"),
  },
  {
    key: "sortie",
    label: "Sortis",
    kind: "date-range",
    sentence: ({ values }) => `sortis ${values}`,
    sql: entre("j.sorti_le"),
  },
];

const comment: readonly ListFilter[] = [
  {
    key: "etat",
    label: "Où en est le séjour",
    kind: "choices",
    options: options(etatsSejour),
    sentence: ({ values }) => minuscules(values),
    sql: (valeurs) => lUn(valeurs, conditions),
  },
  {
    key: "classe",
    label: "Classe de sortie",
    kind: "choices",
    options: options(libellesClasseSortie),
    sentence: ({ values }) => minuscules(values),
    sql: (valeurs) => sql`j.classe = any(${[...valeurs]}::text[])`,
  },
  {
    key: "nature",
    label: "Nature de sortie",
    kind: "choices",
    options: options(libellesNatureSortie),
    sql: (valeurs) => sql`j.sortie_nature = any(${[...valeurs]}::text[])`,
  },
  {
    key: "fixee",
    label: "Classe fixée par un agent",
    kind: "bool",
    words: { yes: "de classe fixée par un agent", no: "de classe calculée" },
    sql: (oui) => raw(oui ? "j.classe_ligne = 'fixee'" : "j.classe_ligne is distinct from 'fixee'"),
  },
  {
    key: "preuve",
    label: "Preuve de la sortie",
    kind: "choices",
    options: options(libellesPreuveSortie),
    sql: (valeurs) => sql`j.preuve = any(${[...valeurs]}::text[])`,
  },
  {
    key: "suite",
    label: "Suivi après la sortie",
    kind: "choices",
    options: options(suitesSejour),
    sentence: ({ values }) => minuscules(values),
    sql: (valeurs) =>
      sql`exists (select from suite_sejour u where u.sejour_id = j.id and ${lUn(valeurs, suites)})`,
  },
  {
    key: "realisation",
    label: "Pendant le séjour",
    kind: "choices",
    options: options(libellesRealisation),
    sql: (valeurs) =>
      sql`exists (select from realisation_sejour r where r.sejour_id = j.id and r.annulee_le is null
        and r.nature = any(${[...valeurs]}::text[]))`,
  },
];

const qui: readonly ListFilter[] = [
  {
    key: "personne",
    label: "Personne",
    kind: "search",
    sentence: ({ values }) => `dont le nom contient « ${values} »`,
    sql: (texte) => sql`s.cle_tri like '%' || lower(unaccent(${texte})) || '%'`,
  },
  {
    key: "prescripteur",
    label: "Orientés par",
    kind: "choices",
    options: classesOrganisme.map((value) => ({ value, label: libellesClasse[value] })),
    sql: (valeurs) => sql`j.prescripteur_classe = any(${[...valeurs]}::text[])`,
  },
  {
    key: "sexe",
    label: "Sexe",
    kind: "choice",
    options: [
      { value: "2", label: "Femmes" },
      { value: "1", label: "Hommes" },
    ],
    sentence: ({ values }) => minuscules(values),
    sql: (valeur) => sql`j.sexe = ${valeur}`,
  },
  {
    key: "age",
    label: "Âge à l’entrée",
    kind: "int-range",
    sql: ({ from, to }) => sql`j.age between ${from ?? 0} and ${to ?? 200}`,
  },
  {
    key: "niveau",
    label: "Niveau d’études",
    kind: "text",
    sql: (valeur) => sql`j.niveau_formation = ${valeur}`,
  },
];

/** What a list of stays may be narrowed by: when, where, how, who. */
export const filtresSejours: readonly ListFilter[] = [...quand, ...ou, ...comment, ...qui];
