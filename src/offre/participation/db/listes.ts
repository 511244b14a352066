import { libellesClasseSortie, libellesNatureSortie } from "#commun/referentiel";
import { jointureStructure } from "#commun/structure";
import { civilDay } from "#platform/clock/civil-day.ts";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { defineList, type ListColumn, type ListDefinition } from "#platform/db/list/definition.ts";
import { sql } from "#platform/db/list/sql.ts";
import { filtresSejours, RENCONTRE } from "./filtres.ts";
import { conditionSejour } from "./portee.ts";

const colonnes: readonly ListColumn[] = [
  {
    key: "nom",
    label: "Personne",
    kind: "text",
    sql: "s.nom",
    sortSql: "s.cle_tri",
    sortable: true,
    nullable: false,
    phone: "title",
  },
  {
    key: "action",
    label: "Action",
    kind: "text",
    sql: "a.nom",
    sortable: true,
    nullable: false,
    phone: "fact",
  },
  {
    key: "operateur",
    label: "Opérateur",
    kind: "text",
    sql: "operateur.nom",
    joins: ["operateur"],
    secondary: true,
  },
  {
    key: "territoire",
    label: "Territoire",
    kind: "text",
    sql: "territoire.nom",
    joins: ["territoire"],
    defaultVisible: false,
  },
  { key: "axe", label: "Axe", kind: "text", sql: "upper(a.axe)", defaultVisible: false },
  {
    key: "entree",
    label: "Entrée",
    kind: "date",
    sql: "j.entre_le",
    sortable: true,
    nullable: false,
    phone: "fact",
  },
  {
    key: "sortie",
    label: "Sortie",
    kind: "date",
    sql: "j.sorti_le",
    sortable: true,
    phone: "fact",
  },
  {
    key: "classe",
    label: "Classe",
    kind: "code",
    sql: "j.classe",
    options: libellesClasseSortie,
    phone: "fact",
  },
  {
    key: "nature",
    label: "Nature de sortie",
    kind: "code",
    sql: "j.sortie_nature",
    options: libellesNatureSortie,
    defaultVisible: false,
  },
  {
    key: "dernier-jour",
    label: "Dernier jour permis",
    kind: "date",
    sql: "(j.terme - 1)",
    sortSql: "j.terme",
    sortable: true,
    secondary: true,
  },
  { key: "rencontre", label: "Dernière rencontre", kind: "date", sql: RENCONTRE, secondary: true },
  {
    key: "contrat",
    label: "Contrat signé le",
    kind: "date",
    sql: "j.contrat_signe_le",
    defaultVisible: false,
  },
  {
    key: "prescripteur",
    label: "Orientée par",
    kind: "text",
    sql: "prescripteur.nom",
    joins: ["prescripteur"],
    defaultVisible: false,
  },
  {
    key: "age",
    label: "Âge à l’entrée",
    kind: "int",
    sql: "j.age",
    unit: "ans",
    defaultVisible: false,
  },
];

const comptes = new KeptCounts<number>();

/** Every stay, one by one: what any figure of the file active opens. */
export const listeSejours: ListDefinition = defineList({
  name: "sejours",
  noun: { one: "séjour", many: "séjours", feminine: false },
  from: `sejour j join action a on a.id = j.action_id join situation_personne s on s.personne_id = j.personne_id`,
  joins: {
    operateur: jointureStructure("a.structure_id", "operateur"),
    territoire: "join territoire on territoire.id = a.territoire_id",
    prescripteur: jointureStructure("j.prescripteur_structure_id", "prescripteur"),
  },
  key: "j.id",
  columns: colonnes,
  extra: {
    qualite: { sql: "s.qualite" },
    nom: { sql: "s.nom" },
    prenom: { sql: "s.prenom" },
    terme: { sql: "j.terme" },
  },
  filters: filtresSejours,
  perimeter: (portee) => sql`j.annule_le is null and ${conditionSejour(portee)}`,
  defaultSort: { key: "entree", dir: "desc" },
  keepCount: ({ tx, text, values }, compter) =>
    comptes.read(tx, JSON.stringify([civilDay(new Date()), text, values]), compter),
});
