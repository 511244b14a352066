import type { Migration } from "#platform/db/migration.ts";
import { changesVersion } from "#platform/db/migrations.ts";

const courriers = `
-- Versions of the letters adopted in the application; the référentiel's own is version 0 and is not here.
create table modele_courrier (
  id integer generated always as identity primary key,
  code text not null,
  -- Null: the draft, one per letter.
  version integer check (version > 0),
  contenu jsonb not null,
  -- Counts the savings of the draft: the second of two agents is told.
  revision integer not null default 1,
  ecrit_par_id integer,
  ecrit_par text not null,
  ecrit_le timestamptz not null,
  adopte_par_id integer,
  adopte_par text,
  adopte_le timestamptz,
  check ((version is null) = (adopte_le is null))
);
create unique index modele_par_version on modele_courrier (code, coalesce(version, 0));
comment on table modele_courrier is 'Modèles de courrier modifiés par le département : un brouillon par modèle, et ses versions adoptées.';

-- The last number given in a year: taken under the lock of its row, so that none is missing and none twice.
create table numero_courrier (
  annee integer primary key,
  dernier integer not null check (dernier > 0)
);

create table lot_courriers (
  id integer generated always as identity primary key,
  libelle text not null,
  personnes integer[] not null,
  etat text not null check (etat in ('prepare', 'emis', 'abandonne')),
  modele text,
  moyen text,
  -- Persons left out, each with what her letter misses.
  ecartes jsonb not null default '[]',
  prepare_par_id integer,
  prepare_par text not null,
  prepare_le timestamptz not null,
  emis_le timestamptz
);
comment on table lot_courriers is 'Courriers demandés ensemble pour une liste de personnes.';

create table courrier (
  id integer generated always as identity primary key,
  annee integer not null,
  rang integer not null,
  personne_id integer not null,
  lot_id integer references lot_courriers,
  modele text not null,
  modele_version integer not null,
  usage text not null,
  titre text not null,
  -- What the letter is about in another module: « orientation », its identifier there.
  objet text,
  objet_id integer,
  contenu jsonb not null,
  adresse text[] not null,
  moyen text not null,
  emis_le date not null,
  emis_a timestamptz not null,
  emis_par_id integer,
  emis_par text not null,
  envoye_le date,
  recu_le date check (recu_le >= emis_le),
  preuve_reception text check ((preuve_reception is null) = (recu_le is null)),
  version integer not null default 1,
  constraint un_courrier_par_numero unique (annee, rang)
);
create index courrier_par_personne on courrier (personne_id, emis_le desc, id desc);
create index courrier_par_jour on courrier (emis_le desc, id desc);
create index courrier_par_lot on courrier (lot_id) where lot_id is not null;
create index courrier_par_objet on courrier (objet, objet_id) where objet is not null;
comment on table courrier is 'Courriers émis ; le contenu, le numéro et le jour ne changent plus jamais.';

create table courrier_pdf (
  courrier_id integer primary key references courrier,
  octets bytea not null,
  empreinte bytea not null,
  accessible boolean not null,
  imprime_a timestamptz not null
);
comment on table courrier_pdf is 'Document imprimé d’un courrier, une fois pour toutes ; empreinte SHA-256.';

create function refuser_de_changer_un_courrier() returns trigger language plpgsql as $corps$
begin
  if tg_op = 'DELETE' then
    raise exception 'Un courrier émis ne s’efface pas.';
  end if;
  if tg_table_name = 'courrier_pdf' then
    raise exception 'Le document d’un courrier ne change pas.';
  end if;
  if (new.id, new.annee, new.rang, new.modele, new.modele_version, new.contenu, new.adresse, new.emis_le, new.emis_a)
    is distinct from
     (old.id, old.annee, old.rang, old.modele, old.modele_version, old.contenu, old.adresse, old.emis_le, old.emis_a) then
    raise exception 'Le contenu d’un courrier émis ne change pas.';
  end if;
  return new;
end
$corps$;
create trigger courrier_fige before update or delete on courrier
  for each row execute function refuser_de_changer_un_courrier();
create trigger courrier_pdf_fige before update or delete on courrier_pdf
  for each row execute function refuser_de_changer_un_courrier();
`;

const fusions = `
-- Merges this letter went through, oldest first: undoing one gives it back to whom it was written.
alter table courrier add column fusions integer[] not null default '{}';
`;

const impression = `
-- Letters whose document is not printed yet: written with the letter, taken away with its document.
create table courrier_a_imprimer (courrier_id integer primary key references courrier);
insert into courrier_a_imprimer
  select id from courrier c where not exists (select from courrier_pdf p where p.courrier_id = c.id);
comment on table courrier_a_imprimer is 'Courriers en cours d’impression : émis, et dont le document n’est pas encore fait.';
`;

/** What the filters of the list ask, apart from the letters themselves: counting them reads no text. */
const parEtat = "create index courrier_par_etat on courrier (usage, moyen, envoye_le, recu_le);";

export const migrationsCourrier: readonly Migration[] = [
  { name: "0070-courriers", scope: "departement", sql: courriers },
  { name: "0071-courriers-fusions", scope: "departement", sql: fusions },
  { name: "0072-courriers-a-imprimer", scope: "departement", sql: impression },
  {
    name: "0073-version-courriers",
    scope: "departement",
    sql: changesVersion("courrier", "courrier_a_imprimer"),
  },
  { name: "0178-courriers-par-etat", scope: "departement", sql: parEtat },
];
