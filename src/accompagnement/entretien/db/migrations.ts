import type { Migration } from "#platform/db/migration.ts";
import { changesVersion } from "#platform/db/migrations.ts";
import { entretiens, figer } from "./migrations-entretiens.ts";

/** The catalogue a département adopts, and the list of occupations it loaded. */
const catalogue = `
-- Versions of the themes adopted in the application; the référentiel's own is version 0 and is not here.
create table theme_situation (
  id integer generated always as identity primary key,
  code text not null,
  -- Null: the draft, one per theme.
  version integer check (version > 0),
  contenu jsonb not null,
  revision integer not null default 1,
  ecrit_par_id integer,
  ecrit_par text not null,
  ecrit_le timestamptz not null,
  adopte_par_id integer,
  adopte_par text,
  adopte_le timestamptz,
  check ((version is null) = (adopte_le is null))
);
create unique index theme_par_version on theme_situation (code, coalesce(version, 0));
comment on table theme_situation is 'Thèmes de situation modifiés par le département : un brouillon par thème, et ses versions adoptées.';

create table metier (
  code text primary key,
  libelle text not null,
  recherche text generated always as (jalon.sans_accent(libelle)) stored,
  charge_le date not null
);
create index metier_par_recherche on metier using gin (recherche gin_trgm_ops);
comment on table metier is 'Répertoire des métiers (ROME) chargé par le département.';
`;

const situation = `
create table bilan_theme (
  id integer generated always as identity primary key,
  personne_id integer not null,
  theme text not null,
  theme_version integer not null,
  -- What was chosen with its words of that day, and what was typed.
  contenu jsonb not null,
  le date not null,
  ecrit_a timestamptz not null,
  par_id integer,
  par text not null,
  fusions integer[] not null default '{}'
);
create index bilan_par_personne on bilan_theme (personne_id, theme, ecrit_a desc, id desc);
comment on table bilan_theme is 'Réponses d’une personne à un thème, signées et datées ; une nouvelle version n’efface pas les précédentes.';

create table frein (
  id integer generated always as identity primary key,
  personne_id integer not null,
  nature text not null,
  libelle text not null,
  theme text,
  bilan_id integer references bilan_theme,
  ecrit_a timestamptz not null,
  par_id integer,
  par text not null,
  version integer not null default 1,
  fusions integer[] not null default '{}'
);
create index frein_par_personne on frein (personne_id, id);
create index frein_par_nature on frein (nature, id);
comment on table frein is 'Obstacles identifiés. Un frein est ouvert un jour quand une de ses périodes contient ce jour.';

create table frein_periode (
  id integer generated always as identity primary key,
  frein_id integer not null references frein,
  du date not null,
  au date check (au >= du),
  poids text not null check (poids in ('leger', 'important', 'bloquant')),
  -- Why it ended: lifted, or weighed anew from that day.
  fin text check (fin in ('leve', 'repese')),
  motif text,
  par_id integer,
  par text not null,
  clos_par_id integer,
  clos_par text,
  preuve text,
  document text,
  check ((au is null) = (fin is null)),
  check ((fin is not distinct from 'leve') = (preuve is not null)),
  constraint un_frein_une_fois_ouvert exclude using gist (frein_id with =, daterange(du, au) with &&)
);
create unique index frein_ouvert on frein_periode (frein_id) where au is null;
create index periode_par_frein on frein_periode (frein_id, du desc, id desc);
comment on column frein_periode.au is 'Premier jour où le frein ne pèse plus ainsi.';

create table frein_etape (
  id integer generated always as identity primary key,
  frein_id integer not null references frein,
  quoi text not null,
  qui text not null check (qui in ('personne', 'referent', 'partenaire')),
  qui_nom text not null default '',
  pour_le date,
  prevue_le date not null,
  par_id integer,
  par text not null,
  faite_le date,
  faite_par text,
  abandonnee_le date,
  abandonnee_par text,
  constraint une_seule_fin_d_etape check (faite_le is null or abandonnee_le is null)
);
create index etape_par_frein on frein_etape (frein_id, id);
`;

const projets = `
create table projet (
  id integer generated always as identity primary key,
  personne_id integer not null,
  ecrit_a timestamptz not null,
  fusions integer[] not null default '{}'
);
create index projet_par_personne on projet (personne_id, id);

create table projet_acte (
  id integer generated always as identity primary key,
  projet_id integer not null references projet,
  etat text not null check (etat in ('emergence', 'validation', 'reevaluation', 'abandon')),
  le date not null,
  contenu jsonb not null,
  -- ROME codes of the content, to be searched.
  metiers text[] not null,
  reevaluer_le date,
  ecrit_a timestamptz not null,
  par_id integer,
  par text not null
);
create index acte_par_projet on projet_acte (projet_id, id desc);
comment on table projet_acte is 'Le projet tel qu’il est dit à chaque étape : émergence, validation, réévaluation, abandon.';

create table acquis (
  id integer generated always as identity primary key,
  personne_id integer not null,
  nature text not null check (nature in ('competence', 'certificat')),
  libelle text not null,
  niveau text not null default '',
  le date not null,
  preuve text not null default '',
  document text not null default '',
  ecrit_a timestamptz not null,
  par_id integer,
  par text not null,
  retire_le date,
  retire_par text,
  motif_retrait text,
  fusions integer[] not null default '{}',
  check ((retire_le is null) = (motif_retrait is null))
);
create index acquis_par_personne on acquis (personne_id, le desc, id desc);
comment on table acquis is 'Compétences et certificats d’une personne, chacun avec sa date, son niveau et sa preuve.';

create table inscription_emploi (
  id integer generated always as identity primary key,
  personne_id integer not null,
  numero text not null,
  categorie text not null,
  periode daterange not null check (not isempty(periode)),
  motif_fin text,
  verifiee_le date,
  verifiee_par text,
  par_id integer,
  par text not null,
  version integer not null default 1,
  fusions integer[] not null default '{}',
  constraint une_inscription_a_la_fois exclude using gist (personne_id with =, periode with &&)
);
comment on table inscription_emploi is 'Inscriptions sur la liste des demandeurs d’emploi, avec leur dernière vérification.';
`;

export const migrationsEntretien: readonly Migration[] = [
  { name: "0140-catalogue-entretien", scope: "departement", sql: catalogue },
  { name: "0141-situation", scope: "departement", sql: situation },
  { name: "0142-projets", scope: "departement", sql: projets },
  { name: "0143-entretiens", scope: "departement", sql: entretiens },
  { name: "0144-entretiens-figes", scope: "departement", sql: figer },
  {
    name: "0145-version-entretiens",
    scope: "departement",
    sql: changesVersion("frein", "frein_periode", "frein_etape", "entretien"),
  },
];
