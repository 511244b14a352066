import { jointureStructure, nomsDesStructures } from "#commun/structure";
import { conditionPortee, definirPersonnes } from "#droits/dossier";
import { nomsDesTerritoires } from "#droits/territoire";
import { conditionAction } from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import {
  defineList,
  type ListColumn,
  type ListDefinition,
  type ListFilter,
} from "#platform/db/list/definition.ts";
import { always, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { donneLesCoordonnees, etatsPrescription } from "../domain/etapes.ts";
import { libellesEtat } from "../domain/libelles.ts";
import { lireActionsPrescrites } from "./par-action.ts";

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";

/** Without an answer on its day it is expired, whether that has been written or not. */
const ETAT = `case when p.etat = 'prescrite' and p.expire_le <= ${AUJOURDHUI} then 'expiree' else p.etat end`;

const OUVERTE = raw(
  `(${ETAT} in (${etatsPrescription
    .filter(donneLesCoordonnees)
    .map((etat) => `'${etat}'`)
    .join(", ")}))`,
);

/** What is known of the person beyond her name: to who follows her, to her operator while she is expected or there. */
const connueDuLecteur = (portee: Portee): Sql =>
  sql`(${OUVERTE} or coalesce(${conditionPortee(portee, "s")}, false))`;

/** The operator owed an answer, and the day is past. */
const EN_RETARD = `(p.etat = 'prescrite' and p.reponse_attendue_le < ${AUJOURDHUI} and p.expire_le > ${AUJOURDHUI})`;

const options = Object.entries(libellesEtat).map(([value, label]) => ({ value, label }));

const visibles = [
  "nom",
  "action",
  "operateur",
  "etat-prescription",
  "prescrite",
  "reponse",
  "attente",
];
const surTelephone = ["action", "etat-prescription"];

/** The name is read by everybody who reads the line. */
const duNom = ["nom", "prenom"];
/** What was to be lifted is hers, though the prescription says it. */
const duDossier = ["frein"];

/** Looking by name tells nothing more than the line; by number, it would give her number digit by digit. */
const chercheeParNom = (portee: Portee, texte: string): Sql =>
  /\d/.test(texte) ? connueDuLecteur(portee) : always;

/** Once closed, what comes from her file is withheld from the operator, and narrowing does not tell it either. */
function taire<Partie extends ListColumn | ListFilter>(
  parties: readonly Partie[],
  propres: readonly { readonly key: string }[],
): readonly Partie[] {
  const propresEtDites = propres.map(({ key }) => key).filter((key) => !duDossier.includes(key));
  const dites = new Set([...duNom, ...propresEtDites]);
  return parties.map((partie) => {
    if (partie.key === "q") return { ...partie, only: chercheeParNom };
    return dites.has(partie.key) ? partie : { ...partie, only: connueDuLecteur };
  });
}

function presenter(parties: readonly ListColumn[]): readonly ListColumn[] {
  const rang = ({ key }: ListColumn) =>
    visibles.includes(key) ? visibles.indexOf(key) : visibles.length;
  return taire(parties, colonnes)
    .map(({ phone: _, ...colonne }) => ({
      ...colonne,
      ...(colonne.only && { sortable: false }),
      defaultVisible: visibles.includes(colonne.key),
      ...(surTelephone.includes(colonne.key) && { phone: "fact" as const }),
    }))
    .toSorted((a, b) => rang(a) - rang(b));
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
  { key: "action", label: "Action", kind: "text", sql: "a.nom", sortable: true, nullable: false },
  { key: "operateur", label: "Opérateur", kind: "text", sql: "operateur.nom" },
  {
    key: "etat-prescription",
    label: "Où elle en est",
    kind: "code",
    sql: ETAT,
    options: libellesEtat,
  },
  {
    key: "prescrite",
    label: "Prescrite le",
    kind: "date",
    sql: "p.prescrite_le",
    sortable: true,
    nullable: false,
  },
  { key: "reponse", label: "Réponse attendue le", kind: "date", sql: "p.reponse_attendue_le" },
  { key: "repondue", label: "Répondue le", kind: "date", sql: "p.repondue_le" },
  {
    key: "attente",
    label: "Délai de réponse",
    kind: "int",
    sql: "p.repondue_le - p.prescrite_le",
    unit: "jours",
  },
  { key: "entree-action", label: "Entrée le", kind: "date", sql: "p.entree_le" },
  { key: "prescripteur", label: "Prescrite par", kind: "text", sql: "p.prescripteur" },
  { key: "frein", label: "Pour lever", kind: "text", sql: "p.frein" },
  { key: "motif-refus", label: "Motif", kind: "text", sql: "p.motif" },
];

const filtres: readonly ListFilter[] = [
  {
    key: "etat-prescription",
    label: "Où elle en est",
    kind: "choices",
    options,
    sentence: ({ values }) => values.toLocaleLowerCase("fr"),
    sql: (valeurs) => sql`${raw(ETAT)} = any(${[...valeurs]}::text[])`,
  },
  {
    key: "en-retard",
    label: "Réponse en retard",
    kind: "bool",
    words: { yes: "réponse en retard", no: "sans retard de réponse" },
    sql: (oui) => (oui ? raw(EN_RETARD) : raw(`not ${EN_RETARD}`)),
  },
  {
    key: "action",
    label: "Action",
    kind: "choices",
    options: async (tx, portee) =>
      (await lireActionsPrescrites(tx, portee)).map(({ id, nom }) => ({
        value: String(id),
        label: nom,
      })),
    sentence: ({ labels }) => labels.join(" ou "),
    sql: (ids) => sql`p.action_id = any(${ids.map(Number)}::int[])`,
  },
  {
    key: "operateur",
    label: "Opérateur",
    kind: "choices",
    options: async (tx) =>
      (await nomsDesStructures(tx, civilDay(new Date()))).map(({ id, nom }) => ({
        value: String(id),
        label: nom,
      })),
    sentence: ({ labels }) => `chez ${labels.join(" ou ")}`,
    sql: (ids) => sql`a.structure_id = any(${ids.map(Number)}::int[])`,
  },
  {
    key: "territoire-action",
    label: "Territoire de l’action",
    kind: "choices",
    options: async (tx) =>
      (await nomsDesTerritoires(tx)).map(({ id, nom }) => ({ value: String(id), label: nom })),
    sentence: ({ labels }) => `sur le territoire ${labels.join(" ou ")}`,
    sql: (ids) => sql`a.territoire_id = any(${ids.map(Number)}::int[])`,
  },
  {
    key: "prescrite",
    label: "Prescrite",
    kind: "date-range",
    sql: ({ from, to }) =>
      sql`p.prescrite_le between ${from ?? "1900-01-01"}::date and ${to ?? "9999-12-31"}::date`,
  },
  {
    key: "motif-refus",
    label: "Motif du refus",
    kind: "text",
    sql: (texte) => sql`p.motif = ${texte.trim()}`,
  },
];

const prescriptions = definirPersonnes({
  name: "prescriptions",
  noun: { one: "prescription", many: "prescriptions", feminine: true },
  avec: `join prescription p on p.personne_id = s.personne_id and p.ecarte_par_fusion is null
    join action a on a.id = p.action_id ${jointureStructure("a.structure_id", "operateur")}`,
  key: "p.id",
  columns: colonnes,
  filters: filtres,
  extra: { retard: { sql: EN_RETARD }, etatPrescription: { sql: ETAT } },
  defaultSort: { key: "prescrite", dir: "desc" },
  defaultFilters: {},
});

const perimetre = (portee: Portee): Sql =>
  sql`(${conditionPortee(portee, "s")} or ${conditionAction(portee, "a")})`;

/** Every prescription of a reader: of her persons, and to the actions of her perimeter. */
export const listePrescriptions: ListDefinition = defineList({
  ...prescriptions,
  columns: presenter(prescriptions.columns),
  filters: taire(prescriptions.filters, filtres),
  perimeter: perimetre,
});
