import { codesCaf } from "#commun/referentiel";
import type { ListColumn } from "#platform/db/list/definition.ts";
import { etatsCourts, libellesManquant, libellesMotif } from "../domain/libelles.ts";
import { libellesMouvement } from "../domain/mouvement.ts";
import { colonnesDuSuivi } from "./suivi-des-personnes.ts";

const CODES_VERSEMENT = Object.keys(codesCaf.motifSuspensionVersement.codes);

/**
 * The first motive with the letter of its list: `situation_personne.motif` keeps the code alone, and
 * DA, DB and DC are motives of payment when the état is 4, of right when it is 3.
 */
export const MOTIF_AVEC_LISTE = `case when s.motif is null then null
  else case when s.etat in ('5', '6') then 'C:' when s.etat = '1' then 'R:'
    when s.etat = '3' and s.motif ~ '^[DG][A-Z]$' then 'D:'
    when s.motif in (${CODES_VERSEMENT.map((code) => `'${code}'`).join(", ")}) then 'V:'
    when s.motif ~ '^[DG][A-Z]$' then 'D:' else 'V:' end || s.motif end`;

const LIBELLE_MOTIF = `case when s.motif is not null then coalesce(
  ('${JSON.stringify(libellesMotif).replaceAll("'", "''")}'::jsonb) ->> (${MOTIF_AVEC_LISTE}),
  'code inconnu ' || s.motif) end`;

const AGE =
  "date_part('year', age((now() at time zone 'Europe/Paris')::date, s.date_naissance))::int";

const identite: readonly ListColumn[] = [
  {
    key: "nom",
    label: "Nom",
    kind: "text",
    sql: "s.nom",
    sortSql: "s.cle_tri",
    sortable: true,
    nullable: false,
  },
  { key: "prenom", label: "Prénom", kind: "text", sql: "s.prenom", phone: "title" },
  { key: "age", label: "Âge", kind: "int", sql: AGE, phone: "fact", unit: "ans" },
  {
    key: "naissance",
    label: "Né(e) le",
    kind: "date",
    sql: "s.date_naissance",
    sortable: true,
    defaultVisible: false,
  },
  {
    key: "sexe",
    label: "Sexe",
    kind: "code",
    sql: "s.sexe",
    options: codesCaf.sexe.codes,
    defaultVisible: false,
  },
  {
    key: "commune",
    label: "Commune",
    kind: "text",
    sql: "coalesce(commune.nom, s.commune)",
    sortSql: "s.commune",
    sortable: true,
    joins: ["commune"],
    phone: "fact",
  },
  {
    key: "territoire",
    label: "Territoire",
    kind: "text",
    sql: "territoire.nom",
    joins: ["territoire"],
    defaultVisible: false,
  },
];

const droit: readonly ListColumn[] = [
  { key: "etat", label: "Droit", kind: "code", sql: "s.etat", options: etatsCourts, phone: "fact" },
  {
    key: "depuis",
    label: "Depuis le",
    kind: "date",
    sql: "s.etat_depuis",
    sortable: true,
    secondary: true,
  },
  { key: "motif", label: "Motif", kind: "text", sql: LIBELLE_MOTIF, defaultVisible: false },
  {
    key: "soumis",
    label: "Droits et devoirs",
    kind: "bool",
    sql: "s.soumis",
    defaultVisible: false,
  },
  {
    key: "beneficiaire",
    label: "Bénéficiaire",
    kind: "bool",
    sql: "s.beneficiaire",
    defaultVisible: false,
  },
  {
    key: "role",
    label: "Rôle",
    kind: "code",
    sql: "s.role",
    options: codesCaf.role.codes,
    defaultVisible: false,
  },
  {
    key: "famille",
    label: "Situation familiale",
    kind: "code",
    sql: "s.situation_familiale",
    options: codesCaf.situationFamiliale.codes,
    defaultVisible: false,
  },
];

const dossier: readonly ListColumn[] = [
  {
    key: "demande",
    label: "Numéro de demande",
    kind: "text",
    sql: "s.numero_demande",
    defaultVisible: false,
  },
  { key: "matricule", label: "Matricule", kind: "text", sql: "s.matricule", defaultVisible: false },
  {
    key: "demandee",
    label: "Demande du",
    kind: "date",
    sql: "s.date_demande",
    defaultVisible: false,
  },
  { key: "telephone", label: "Téléphone", kind: "text", sql: "s.telephone" },
  { key: "courriel", label: "Courriel", kind: "text", sql: "s.courriel", defaultVisible: false },
  {
    key: "manquants",
    label: "Il manque",
    kind: "tags",
    sql: "s.manquants",
    secondary: true,
    options: libellesManquant,
  },
  {
    key: "mouvement",
    label: "Dernier mouvement",
    kind: "code",
    sql: "s.mouvement",
    options: libellesMouvement,
    defaultVisible: false,
  },
  {
    key: "mouvement-le",
    label: "Mouvement du",
    kind: "date",
    sql: "s.mouvement_le",
    sortable: true,
    defaultVisible: false,
  },
  {
    key: "declaree",
    label: "Déclarée le",
    kind: "date",
    sql: "s.declare_le",
    defaultVisible: false,
  },
];

export const colonnesPersonnes: readonly ListColumn[] = [
  ...identite,
  ...droit,
  ...colonnesDuSuivi,
  ...dossier,
];
