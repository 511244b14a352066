import { chargerReferentiel, listerReferentiels } from "#commun/referentiel";
import { jointureReferent, jointureStructure, nomsDesStructures } from "#commun/structure";
import { definirPersonnes } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import {
  defineList,
  type ListColumn,
  type ListDefinition,
  type ListFilter,
} from "#platform/db/list/definition.ts";
import { raw, sql } from "#platform/db/list/sql.ts";
import { dominantesEnMots } from "../domain/libelles.ts";
import { obstaclesCourts } from "../domain/offre.ts";
import { AUJOURDHUI, decisionEnRetard, options } from "./filtres.ts";
import { presenter } from "./presenter.ts";

/** Labels of every type of every référentiel: a list is declared once for all départements. */
const libellesTypes: Readonly<Record<string, string>> = Object.fromEntries(
  listerReferentiels().flatMap(({ nom }) =>
    chargerReferentiel(nom).orientation.flatMap(({ valeur }) =>
      valeur.types.map(({ code, libelle }) => [code, libelle]),
    ),
  ),
);

const colonnesProposition: readonly ListColumn[] = [
  {
    key: "nom",
    label: "Personne",
    kind: "text",
    sql: "s.nom",
    joins: ["personne"],
    sortSql: "s.cle_tri",
    sortable: true,
    nullable: false,
  },
  {
    key: "dominante",
    label: "Proposition",
    kind: "code",
    sql: "p.dominante",
    options: dominantesEnMots,
  },
  {
    key: "type",
    label: "Type",
    kind: "code",
    sql: "p.type",
    options: libellesTypes,
    secondary: true,
  },
  {
    key: "structure-proposee",
    label: "Structure proposée",
    kind: "text",
    sql: "sp.nom",
    joins: ["structure_proposee"],
  },
  {
    key: "referent-propose",
    label: "Référent proposé",
    kind: "text",
    sql: "rp.prenom || ' ' || rp.nom",
    joins: ["referent_propose"],
    defaultVisible: false,
  },
  {
    key: "obstacle",
    label: "Obstacle",
    kind: "code",
    sql: "p.obstacle",
    options: obstaclesCourts,
    secondary: true,
  },
  {
    key: "proposee",
    label: "Proposée le",
    kind: "date",
    sql: "p.le",
    sortable: true,
    nullable: false,
  },
  { key: "transmise", label: "Transmise le", kind: "date", sql: "p.transmise_le", secondary: true },
  {
    key: "reportee",
    label: "Reportée au",
    kind: "date",
    sql: "p.reportee_jusqu_au",
    defaultVisible: false,
  },
];

const filtresProposition: readonly ListFilter[] = [
  {
    key: "etape",
    label: "Étape",
    kind: "choices",
    options: options({ proposee: "à transmettre", transmise: "transmise" }),
    sentence: ({ values }) => values,
    sql: (valeurs) => sql`p.etape = any(${[...valeurs]}::text[])`,
  },
  {
    key: "report",
    label: "Report",
    kind: "bool",
    words: { yes: "reportées", no: "non reportées" },
    sql: (oui) => {
      const reportee = raw(`coalesce(p.reportee_jusqu_au > ${AUJOURDHUI}, false)`);
      return oui ? reportee : sql`not ${reportee}`;
    },
  },
  {
    key: "dominante",
    label: "Dominante proposée",
    kind: "choices",
    options: options(dominantesEnMots),
    sentence: ({ values }) => `proposition : ${values}`,
    sql: (valeurs) => sql`p.dominante = any(${[...valeurs]}::text[])`,
  },
  {
    key: "obstacle",
    label: "Obstacle",
    kind: "choices",
    options: [{ value: "aucun", label: "aucun" }, ...options(obstaclesCourts)],
    sentence: ({ values }) => `obstacle : ${values}`,
    sql: (valeurs) => sql`coalesce(p.obstacle, 'aucun') = any(${[...valeurs]}::text[])`,
  },
  {
    key: "structure-proposee",
    label: "Structure proposée",
    kind: "choice",
    options: async (tx) =>
      (await nomsDesStructures(tx, civilDay(new Date()))).map(({ id, nom }) => ({
        value: String(id),
        label: nom,
      })),
    sql: (valeur) => sql`p.structure_id = ${Number(valeur)}::int`,
  },
  decisionEnRetard("p.personne_id"),
];

/** Proposals pending, one line a person: what is to be transmitted, decided, postponed. */
const propositions = definirPersonnes({
  name: "propositions",
  noun: { one: "proposition", many: "propositions", feminine: true },
  depuis: { table: "proposition p", personne: "p.personne_id" },
  condition: sql`p.etape in ('proposee', 'transmise')`,
  key: "p.id",
  joins: {
    structure_proposee: jointureStructure("p.structure_id", "sp"),
    referent_propose: jointureReferent("p.referent_id", "rp"),
  },
  columns: colonnesProposition,
  filters: filtresProposition,
  extra: { proposition: { sql: "p.id" }, version: { sql: "p.version" } },
  defaultSort: { key: "proposee", dir: "asc" },
  defaultFilters: {},
});

export const listePropositions: ListDefinition = defineList({
  ...propositions,
  columns: presenter(propositions.columns, {
    visibles: [
      "nom",
      "dominante",
      "structure-proposee",
      "obstacle",
      "manquants",
      "proposee",
      "transmise",
      "commune",
    ],
    faits: ["dominante", "structure-proposee", "obstacle", "manquants"],
  }),
});
