import { jointureStructure, structuresDuPerimetre } from "#commun/structure";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineList, type ListDefinition } from "#platform/db/list/definition.ts";
import { always, raw, sql } from "#platform/db/list/sql.ts";
import { libellesEtatSeance, libellesNature } from "../domain/natures.ts";
import { comptesDeSeance } from "./seances.ts";

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";
const ETAT = `case when s.annulee_le is not null then 'annulee' when s.close_le is not null then 'close'
  when s.jour <= ${AUJOURDHUI} then 'a-emarger' else 'a-venir' end`;
const PRESENTS = "n.presents + coalesce(s.autres_presents, 0)";

const options = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));

/** Sessions one by one. What is offered is for everybody: no person is read here. */
export const listeSeances: ListDefinition = defineList({
  name: "seances",
  noun: { one: "séance", many: "séances", feminine: true },
  from: `seance s cross join ${comptesDeSeance} n`,
  joins: { structure: jointureStructure("s.structure_id") },
  key: "s.id",
  perimeter: () => always,
  columns: [
    {
      key: "titre",
      label: "Séance",
      kind: "text",
      sql: "s.titre",
      sortable: true,
      nullable: false,
      defaultVisible: true,
    },
    {
      key: "jour",
      label: "Jour",
      kind: "date",
      sql: "s.jour",
      sortable: true,
      nullable: false,
      defaultVisible: true,
      phone: "title",
    },
    {
      key: "debut",
      label: "Heure",
      kind: "text",
      sql: "to_char(s.debut, 'HH24:MI')",
      defaultVisible: true,
    },
    {
      key: "nature",
      label: "Nature",
      kind: "code",
      sql: "s.nature",
      options: libellesNature,
      defaultVisible: true,
    },
    {
      key: "structure",
      label: "Tenue par",
      kind: "text",
      sql: "structure.nom",
      joins: ["structure"],
      sortable: true,
      defaultVisible: true,
      phone: "fact",
    },
    {
      key: "lieu",
      label: "Lieu",
      kind: "text",
      sql: "s.lieu",
      secondary: true,
      defaultVisible: false,
    },
    {
      key: "inscrits",
      label: "Inscrits",
      kind: "int",
      sql: "n.inscrits",
      sortable: true,
      defaultVisible: true,
      phone: "fact",
    },
    {
      key: "capacite",
      label: "Places",
      kind: "int",
      sql: "s.capacite",
      sortable: true,
      defaultVisible: true,
    },
    {
      key: "attente",
      label: "En attente",
      kind: "int",
      sql: "n.attente",
      sortable: true,
      defaultVisible: false,
    },
    {
      key: "presents",
      label: "Présences",
      kind: "int",
      sql: `case when s.close_le is not null or n.presents > 0 then ${PRESENTS} end`,
      sortable: true,
      defaultVisible: true,
    },
    {
      key: "cout",
      label: "Coût",
      kind: "amount",
      sql: "s.cout_centimes",
      sortable: true,
      defaultVisible: false,
    },
    {
      key: "etat",
      label: "État",
      kind: "code",
      sql: ETAT,
      options: libellesEtatSeance,
      defaultVisible: true,
      phone: "fact",
    },
  ],
  filters: [
    {
      key: "etat",
      label: "État",
      kind: "choices",
      options: options(libellesEtatSeance),
      sentence: ({ values }) => values.toLocaleLowerCase("fr"),
      sql: (valeurs) => sql`${raw(ETAT)} = any(${[...valeurs]}::text[])`,
    },
    {
      key: "nature",
      label: "Nature",
      kind: "choices",
      options: options(libellesNature),
      sql: (valeurs) => sql`s.nature = any(${[...valeurs]}::text[])`,
    },
    {
      key: "structure",
      label: "Tenue par",
      kind: "choices",
      options: async (tx, portee) =>
        (await structuresDuPerimetre(tx, portee, civilDay(new Date()))).map(({ id, nom }) => ({
          value: String(id),
          label: nom,
        })),
      sql: (valeurs) => sql`s.structure_id = any(${valeurs.map(Number)}::int[])`,
    },
    {
      key: "jour",
      label: "Jour",
      kind: "date-range",
      sql: ({ from, to }) =>
        sql`s.jour between ${from ?? "1900-01-01"}::date and ${to ?? "9999-12-31"}::date`,
    },
    {
      key: "places",
      label: "Places libres",
      kind: "bool",
      words: { yes: "avec des places libres", no: "complètes" },
      sql: (oui) => raw(oui ? "n.inscrits < s.capacite" : "n.inscrits >= s.capacite"),
    },
    {
      key: "mixte",
      label: "Public",
      kind: "bool",
      words: { yes: "ouvertes à un autre public", no: "réservées aux personnes au RSA" },
      sql: (oui) => raw(oui ? "s.mixte" : "not s.mixte"),
    },
    {
      key: "titre",
      label: "Titre",
      kind: "text",
      sql: (ecrit) =>
        sql`jalon.sans_accent(s.titre) like '%' || jalon.sans_accent(${ecrit}) || '%'`,
    },
  ],
  defaultSort: { key: "jour", dir: "desc" },
  defaultFilters: {},
});
