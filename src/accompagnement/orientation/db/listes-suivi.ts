import { definirPersonnes } from "#droits/dossier";
import { defineList, type ListDefinition } from "#platform/db/list/definition.ts";
import { raw, sql } from "#platform/db/list/sql.ts";
import { decisionEnRetard, options, rendezVousAFixer, renvoyee } from "./filtres.ts";
import { presenter } from "./presenter.ts";

const demandeurs = {
  referent: "Référent",
  personne: "Personne",
  departement: "Département",
} as const;

const etatsDemande = {
  "en-instance": "En instance",
  reorientee: "Réorientée",
  maintenue: "Maintenue",
  "sans-objet": "Sans objet",
} as const;

/** Demands of reorientation, whoever asks. */
const reorientations = definirPersonnes({
  name: "reorientations",
  noun: { one: "demande de réorientation", many: "demandes de réorientation", feminine: true },
  avec: "join demande_reorientation r on r.personne_id = s.personne_id",
  key: "r.id",
  columns: [
    {
      key: "nom",
      label: "Personne",
      kind: "text",
      sql: "s.nom",
      sortSql: "s.cle_tri",
      sortable: true,
      nullable: false,
    },
    {
      key: "demandee",
      label: "Demandée le",
      kind: "date",
      sql: "r.le",
      sortable: true,
      nullable: false,
    },
    { key: "demandeur", label: "Par", kind: "code", sql: "r.demandeur", options: demandeurs },
    { key: "motif", label: "Motif", kind: "text", sql: "r.motif", secondary: true },
    {
      key: "etat-demande",
      label: "Où elle en est",
      kind: "code",
      sql: "r.etat",
      options: etatsDemande,
    },
    { key: "decidee", label: "Décidée le", kind: "date", sql: "r.decidee_le", secondary: true },
  ],
  filters: [
    {
      key: "etat-demande",
      label: "Où elle en est",
      kind: "choices",
      options: options(etatsDemande),
      sentence: ({ values }) => values.toLocaleLowerCase("fr"),
      sql: (valeurs) => sql`r.etat = any(${[...valeurs]}::text[])`,
    },
    {
      key: "demandeur",
      label: "Demandée par",
      kind: "choices",
      options: options(demandeurs),
      sql: (valeurs) => sql`r.demandeur = any(${[...valeurs]}::text[])`,
    },
    {
      key: "contestee",
      label: "Désignation contestée",
      kind: "bool",
      words: { yes: "désignation contestée", no: "sans contestation" },
      sql: (oui) => {
        const contestee =
          raw(`exists (select from confirmation_referent a join designation d on d.id = a.designation_id
          where d.orientation_id = r.orientation_id and a.avis = 'contestee')`);
        return oui ? contestee : sql`not ${contestee}`;
      },
    },
  ],
  defaultSort: { key: "demandee", dir: "asc" },
  defaultFilters: { "etat-demande": "en-instance" },
});

export const listeReorientations: ListDefinition = defineList({
  ...reorientations,
  columns: presenter(reorientations.columns, {
    visibles: [
      "nom",
      "demandee",
      "demandeur",
      "motif",
      "etat-demande",
      "decidee",
      "structure",
      "commune",
    ],
    faits: ["demandee", "demandeur", "etat-demande"],
  }),
});

/** Every person to accompany with where her orientation is: the standing queries ask it. */
const suivi = definirPersonnes({
  name: "suivi-orientation",
  filters: [
    decisionEnRetard("s.personne_id"),
    {
      key: "renvoyee",
      label: "Renvoyée avant décision",
      kind: "bool",
      words: { yes: "renvoyées avant décision", no: "non renvoyées" },
      sql: (oui) => (oui ? renvoyee : sql`not ${renvoyee}`),
    },
    {
      key: "notifiee",
      label: "Notification",
      kind: "bool",
      words: { yes: "décision notifiée", no: "décision à notifier" },
      sql: (oui) =>
        sql`exists (select from orientation o where o.personne_id = s.personne_id and upper_inf(o.periode)
          and not o.annulee and (o.notifiee_le is not null) = ${oui})`,
    },
    {
      key: "rendez-vous",
      label: "Premier rendez-vous",
      kind: "choice",
      options: [
        { value: "a-fixer", label: "à fixer" },
        { value: "a-tenir", label: "fixé, à tenir" },
        { value: "tenu", label: "tenu" },
      ],
      sentence: ({ values }) => `premier rendez-vous ${values}`,
      sql: (valeur) =>
        valeur === "a-fixer"
          ? rendezVousAFixer
          : sql`exists (select from designation d
        left join lateral (select bool_or(r.issue is null) as attend, bool_or(r.issue = 'tenu') as tenu
          from premier_rendez_vous r where r.designation_id = d.id) r on true
        where d.personne_id = s.personne_id and upper_inf(d.periode) and not d.annulee
          and case when r.tenu then 'tenu' when r.attend then 'a-tenir' end = ${valeur})`,
    },
  ],
});

export const listeSuivi: ListDefinition = defineList({
  ...suivi,
  columns: presenter(suivi.columns, {
    visibles: ["nom", "orientation", "orientee", "structure", "referent", "etat", "age", "commune"],
    faits: ["orientation", "structure", "referent"],
  }),
});

interface Requete {
  readonly nom: string;
  readonly libelle: string;
  readonly source: string;
  readonly definition: ListDefinition;
  readonly adresse: string;
  readonly chemin: string;
  readonly droit: string;
}

const profil = "Profil de poste « assistant administratif insertion », Somme";
const commune = {
  definition: listeSuivi,
  chemin: "/orientation/suivi",
  droit: "orientation:lire",
} as const;

export const requetesOrientation: readonly Requete[] = [
  {
    ...commune,
    nom: "hors-delai",
    libelle: "Orientations hors délai",
    source:
      "CASF, art. D262-65-2 : « six semaines à compter de la réception de l’information » ; deux mois avant 2025 (R262-65-2)",
    adresse: "retard=oui",
  },
  {
    ...commune,
    nom: "cer-non-contractualises",
    libelle: "Contrats d’engagement non contractualisés",
    source: `${profil} : « Editer les requêtes […] des CER non contractualisés »`,
    adresse: "contrat=sans",
  },
];
