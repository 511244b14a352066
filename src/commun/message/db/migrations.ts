import type { Migration } from "#platform/db/migration.ts";
import { changesVersion } from "#platform/db/migrations.ts";

const messages = `
create table message (
  id integer generated always as identity primary key,
  personne_id integer not null,
  usage text not null,
  -- What it is about in another module: « rendez-vous », its identifier there.
  objet text,
  objet_id integer,
  canal text not null check (canal in ('courriel', 'sms')),
  -- What was known of her agreement when it was written.
  accord text not null check (accord in ('A', 'I')),
  -- First day of the version of the words.
  modele_depuis date not null,
  envoi_id integer not null unique references boite_envoi,
  -- Civil day of the writing: what lists sort and filter by.
  jour date not null,
  ecrit_le timestamptz not null,
  ecrit_par_id integer,
  ecrit_par text not null,
  -- Merges it went through, oldest first: undoing one gives it back to whom it was written.
  fusions integer[] not null default '{}'
);
create index message_par_personne on message (personne_id, id desc);
create index message_par_jour on message (jour desc, id desc);
create index message_par_objet on message (objet, objet_id) where objet is not null;
comment on table message is 'Courriels et SMS écrits aux personnes ; leur départ est dans boite_envoi.';

create function refuser_de_changer_un_message() returns trigger language plpgsql as $corps$
begin
  if tg_op = 'DELETE' then
    raise exception 'Un message écrit ne s’efface pas.';
  end if;
  if (new.id, new.usage, new.objet, new.objet_id, new.canal, new.accord, new.modele_depuis, new.envoi_id, new.jour, new.ecrit_le, new.ecrit_par)
    is distinct from
     (old.id, old.usage, old.objet, old.objet_id, old.canal, old.accord, old.modele_depuis, old.envoi_id, old.jour, old.ecrit_le, old.ecrit_par) then
    raise exception 'Un message écrit ne change pas.';
  end if;
  return new;
end
$corps$;
create trigger message_fige before update or delete on message
  for each row execute function refuser_de_changer_un_message();
`;

export const migrationsMessage: readonly Migration[] = [
  { name: "0130-messages", scope: "departement", sql: messages },
  { name: "0131-version-messages", scope: "departement", sql: changesVersion("message") },
];
