import { changesVersion } from "#platform/db/migrations.ts";

/**
 * What home counts changes its version in the transaction that writes it. Writers never wait for each other:
 * each takes a row that nobody holds, or adds one, and the version is all the rows together.
 */
export const versions = `
create table version_dossiers (version uuid primary key);
insert into version_dossiers values (gen_random_uuid());

create function changer_version_dossiers() returns trigger language plpgsql as $$
declare
  changees integer;
begin
  execute format('update %1$I.version_dossiers set version = gen_random_uuid() where version =
    (select version from %1$I.version_dossiers limit 1 for update skip locked)', tg_table_schema);
  get diagnostics changees = row_count;
  if changees = 0 then
    execute format('insert into %I.version_dossiers values (gen_random_uuid())', tg_table_schema);
  end if;
  return null;
end $$;

create trigger situation_change_version after insert or update or delete or truncate on situation_personne
  for each statement execute function changer_version_dossiers();
create trigger mouvement_change_version after insert or update or delete or truncate on mouvement
  for each statement execute function changer_version_dossiers();
create trigger changement_change_version after insert or update or delete or truncate on changement
  for each statement execute function changer_version_dossiers();
`;

/** The version is the département's, not this module's: other tables change it too, and readers with a perimeter keep figures. */
export const versionsCommunes = `
drop function changer_version_dossiers() cascade;
drop table version_dossiers;
${changesVersion("situation_personne", "mouvement", "changement")}
`;
