import type { Migration } from "#platform/db/migration.ts";
import { changesVersion } from "#platform/db/migrations.ts";

const structures = `
create table structure (
  id integer generated always as identity primary key,
  nom text not null,
  sigle text,
  classe text not null,
  siret text,
  adresse text,
  code_postal text,
  commune text,
  telephone text,
  courriel text,
  periode daterange not null check (not isempty(periode)),
  version integer not null default 1,
  constraint un_nom_par_structure unique (nom)
);
comment on table structure is 'Organisme qui accompagne ou qui décide ; une structure se ferme, elle ne s’efface pas.';

-- Which type of orientation a structure takes, and where: a territory, or the whole département when it is null.
create table structure_secteur (
  id integer generated always as identity primary key,
  structure_id integer not null references structure,
  type_orientation text not null,
  territoire_id integer,
  periode daterange not null check (not isempty(periode)),
  constraint un_secteur_une_fois exclude using gist
    (structure_id with =, type_orientation with =, (coalesce(territoire_id, 0)) with =, periode with &&)
);
create index secteur_par_type on structure_secteur (type_orientation, territoire_id);

-- Places for one type of orientation, for a period. No line: no limit is said.
create table capacite (
  id integer generated always as identity primary key,
  structure_id integer not null references structure,
  type_orientation text not null,
  places integer not null check (places >= 0),
  periode daterange not null check (not isempty(periode)),
  constraint une_capacite_a_la_fois exclude using gist
    (structure_id with =, type_orientation with =, periode with &&)
);

-- Who accompanies in a structure; linked to an account when she has one.
create table referent (
  id integer generated always as identity primary key,
  structure_id integer not null references structure,
  agent_id integer,
  qualite text,
  nom text not null,
  prenom text not null,
  fonction text not null,
  courriel text,
  telephone text,
  etp numeric(3, 2) not null default 1 check (etp > 0 and etp <= 1),
  places integer check (places >= 0),
  periode daterange not null check (not isempty(periode)),
  version integer not null default 1
);
create index referent_par_structure on referent (structure_id);
create index referent_par_agent on referent (agent_id) where agent_id is not null;

create table absence_referent (
  id integer generated always as identity primary key,
  referent_id integer not null references referent,
  periode daterange not null check (not isempty(periode)),
  motif text not null,
  remplace_par_id integer references referent,
  constraint une_absence_a_la_fois exclude using gist (referent_id with =, periode with &&)
);
`;

export const migrationsStructure: readonly Migration[] = [
  { name: "0060-structures", scope: "departement", sql: structures },
  { name: "0104-version-referents", scope: "departement", sql: changesVersion("referent") },
  // Who follows a person is counted by the class of her structure.
  {
    name: "0153-version-structures",
    scope: "departement",
    sql: changesVersion("structure"),
  },
];
