import { communeNommee } from "#droits/territoire";
import { defineList, type ListDefinition } from "#platform/db/list/definition.ts";
import { always, raw, sql } from "#platform/db/list/sql.ts";
import { categoriesBesoin, libelles } from "../domain/vocabulaire.ts";

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";
const ETAT = `case when r.retiree_le is not null then 'retiree'
  when not r.valable @> ${AUJOURDHUI} then 'hors-dates' else 'presente' end`;

const etats = {
  presente: "Dans l’annuaire",
  "hors-dates": "Hors de ses dates",
  retiree: "Retirée",
} as const;

const options = (liste: Readonly<Record<string, string>>) =>
  Object.entries(liste).map(([value, label]) => ({ value, label }));

const jours = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/** The directory line by line, for who keeps it: what must be checked again, what was withdrawn. */
export const listeRessources: ListDefinition = defineList({
  name: "ressources",
  noun: { one: "ressource", many: "ressources", feminine: true },
  from: "ressource_sociale r join lieu_ressource l on l.id = r.lieu_id",
  key: "r.id",
  perimeter: () => always,
  columns: [
    {
      key: "nom",
      label: "Service",
      kind: "text",
      sql: "r.nom",
      sortSql: "jalon.sans_accent(r.nom)",
      sortable: true,
      nullable: false,
      defaultVisible: true,
    },
    {
      key: "lieu",
      label: "Lieu",
      kind: "text",
      sql: "l.nom",
      sortSql: "jalon.sans_accent(l.nom)",
      sortable: true,
      nullable: false,
      defaultVisible: true,
      phone: "fact",
    },
    {
      key: "commune",
      label: "Commune",
      kind: "text",
      sql: "l.commune",
      sortable: true,
      defaultVisible: true,
      phone: "fact",
    },
    {
      key: "type",
      label: "Type",
      kind: "code",
      sql: "r.type",
      options: libelles.type,
      defaultVisible: true,
    },
    {
      key: "besoins",
      label: "Besoins",
      kind: "tags",
      sql: "r.besoins",
      options: libelles.besoin,
      defaultVisible: false,
    },
    {
      key: "publics",
      label: "Publics",
      kind: "tags",
      sql: "r.publics",
      options: libelles.public,
      defaultVisible: false,
    },
    {
      key: "frais",
      label: "Frais",
      kind: "code",
      sql: "r.frais",
      options: libelles.frais,
      defaultVisible: false,
    },
    {
      key: "telephone",
      label: "Téléphone",
      kind: "text",
      sql: "coalesce(r.telephone, l.telephone)",
      defaultVisible: false,
    },
    {
      key: "source",
      label: "Source",
      kind: "text",
      sql: "r.source",
      sortable: true,
      defaultVisible: false,
    },
    {
      key: "verifiee",
      label: "Vérifiée le",
      kind: "date",
      sql: "r.verifiee_le",
      sortable: true,
      nullable: false,
      defaultVisible: true,
      phone: "title",
    },
    {
      key: "par",
      label: "Vérifiée par",
      kind: "text",
      sql: "r.verifiee_par",
      defaultVisible: false,
    },
    {
      key: "etat",
      label: "État",
      kind: "code",
      sql: ETAT,
      options: etats,
      defaultVisible: false,
    },
  ],
  filters: [
    {
      key: "etat",
      label: "État",
      kind: "choices",
      options: options(etats),
      sentence: ({ values }) => values.toLocaleLowerCase("fr"),
      sql: (valeurs) => sql`${raw(ETAT)} = any(${[...valeurs]}::text[])`,
    },
    {
      key: "a-verifier",
      label: "À vérifier : vue pour la dernière fois il y a plus de",
      kind: "choice",
      options: [3, 6, 12, 24].map((mois) => ({ value: String(mois), label: `${mois} mois` })),
      sentence: ({ values }) => `à vérifier depuis plus de ${values}`,
      sql: (mois) =>
        sql`r.verifiee_le < (${raw(AUJOURDHUI)} - make_interval(months => ${Number(mois)}::int))::date`,
    },
    {
      key: "besoin",
      label: "Besoin",
      kind: "choices",
      options: categoriesBesoin.flatMap(({ besoins }) => options(besoins)),
      sql: (valeurs) => sql`r.besoins && ${[...valeurs]}::text[]`,
    },
    {
      key: "type",
      label: "Type",
      kind: "choices",
      options: options(libelles.type),
      sql: (valeurs) => sql`r.type = any(${[...valeurs]}::text[])`,
    },
    {
      key: "public",
      label: "Public",
      kind: "choices",
      options: options(libelles.public),
      sql: (valeurs) => sql`r.publics && ${[...valeurs]}::text[]`,
    },
    {
      key: "commune",
      label: "Commune",
      kind: "text",
      sql: (texte) => communeNommee("l.code_commune", texte),
    },
    {
      key: "ouverte",
      label: "Ouverte le",
      kind: "choice",
      options: jours.map((jour, rang) => ({ value: String(rang + 1), label: jour })),
      sentence: ({ values }) => `ouvertes le ${values}`,
      sql: (jour) => sql`${Number(jour)}::int = any(r.jours_ouverts)`,
    },
    {
      key: "q",
      label: "Mots",
      kind: "search",
      sql: (texte) => sql`r.recherche like '%' || lower(jalon.sans_accent(${texte})) || '%'`,
    },
  ],
  defaultSort: { key: "verifiee", dir: "asc" },
  defaultFilters: { etat: "presente" },
});
