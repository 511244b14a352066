import type { Tx } from "../../tx.ts";
import { defineList } from "../definition.ts";
import { withinPerimeter } from "../perimeter.ts";
import { sql } from "../sql.ts";

/** A small list with every kind of column and filter, for the tests and the measure. */
export const animaux = defineList({
  name: "animaux",
  noun: { one: "bête", many: "bêtes", feminine: true },
  from: "essai_animal animal",
  joins: { refuge: "left join essai_refuge refuge on refuge.id = animal.refuge_id" },
  key: "animal.id",
  columns: [
    { key: "nom", label: "Nom", kind: "text", sql: "animal.nom", sortable: true },
    { key: "naissance", label: "Naissance", kind: "date", sql: "animal.ne_le", sortable: true },
    { key: "poids", label: "Poids", kind: "int", sql: "animal.poids", sortable: true },
    {
      key: "espece",
      label: "Espèce",
      kind: "code",
      sql: "animal.espece",
      sortable: true,
      options: { C: "chat", D: "chien" },
    },
    { key: "vaccine", label: "Vaccinée", kind: "bool", sql: "animal.vaccine", sortable: true },
    {
      key: "prix",
      label: "Prix",
      kind: "amount",
      sql: "animal.prix",
      sortable: true,
      right: "essai:prix",
    },
    {
      key: "refuge",
      label: "Refuge",
      kind: "text",
      sql: "refuge.nom",
      joins: ["refuge"],
      sortable: true,
      defaultVisible: false,
    },
    { key: "marques", label: "Marques", kind: "tags", sql: "animal.marques" },
    {
      key: "vu",
      label: "Vue le",
      kind: "date",
      sql: "animal.vu_le",
      sortable: true,
      defaultVisible: false,
    },
  ],
  extra: { refuge: { sql: "animal.refuge_id" } },
  filters: [
    {
      key: "espece",
      label: "Espèce",
      kind: "choices",
      options: [
        { value: "C", label: "chat" },
        { value: "D", label: "chien" },
      ],
      sql: (values) => sql`animal.espece = any(${values})`,
    },
    {
      key: "refuge",
      label: "Refuge",
      kind: "choice",
      joins: ["refuge"],
      options: readRefuges,
      sql: (value) => sql`refuge.id = ${value}::bigint`,
      sentence: ({ values }) => `du refuge ${values}`,
    },
    {
      key: "naissance",
      label: "Naissance",
      kind: "date-range",
      sql: ({ from, to }) =>
        sql`animal.ne_le between coalesce(${from}::date, '-infinity') and coalesce(${to}::date, 'infinity')`,
      sentence: ({ values }) => `nées ${values}`,
    },
    {
      key: "poids",
      label: "Poids",
      kind: "int-range",
      sql: ({ from, to }) =>
        sql`(${from}::int is null or animal.poids >= ${from}) and (${to}::int is null or animal.poids <= ${to})`,
      sentence: ({ values }) => `de poids ${values}`,
    },
    {
      key: "vaccin",
      label: "Vaccin",
      kind: "bool",
      words: { yes: "avec vaccin", no: "sans vaccin" },
      sql: (value) => sql`animal.vaccine is not distinct from ${value}`,
    },
    {
      key: "q",
      label: "Recherche",
      kind: "search",
      sql: (text) => sql`animal.nom ilike ${`%${text}%`}`,
    },
  ],
  perimeter: withinPerimeter({ territoire: "animal.refuge_id" }),
  defaultSort: { key: "nom", dir: "asc" },
});

async function readRefuges(tx: Tx) {
  return tx.query<{ value: string; label: string }>(
    "select id::text as value, nom as label from essai_refuge order by nom",
  );
}

export async function createToy(tx: Tx): Promise<void> {
  await tx.query("create table essai_refuge (id int primary key, nom text not null)");
  await tx.query(`create table essai_animal (
    id bigint primary key, nom text, ne_le date, poids int, espece text, vaccine boolean,
    prix bigint, refuge_id int, marques text[], vu_le timestamptz)`);
  await tx.query("insert into essai_refuge values (1, 'Amiens'), (2, 'Abbeville')");
}
