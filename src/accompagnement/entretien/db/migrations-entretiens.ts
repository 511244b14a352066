export const entretiens = `
create table entretien (
  id integer generated always as identity primary key,
  personne_id integer not null,
  le date not null,
  modalite text not null check (modalite in ('sur-place', 'telephone', 'visio', 'domicile', 'exterieur', 'collectif')),
  duree_minutes integer check (duree_minutes between 1 and 600),
  -- In the agenda, when the meeting was booked there.
  rendez_vous_id integer,
  texte text not null,
  decide text not null,
  suite text not null,
  suite_le date check (suite_le >= le),
  suite_donnee_le date,
  suite_donnee_par text,
  -- The note this one corrects.
  corrige_id integer references entretien,
  redige_par_id integer,
  redige_par text not null,
  ecrit_a timestamptz not null,
  -- Null: a draft, which its author alone reads.
  publie_a timestamptz,
  version integer not null default 1,
  fusions integer[] not null default '{}',
  check (publie_a is not null or redige_par_id is not null)
);
create index entretien_par_personne on entretien (personne_id, le desc, id desc);
create index entretien_a_suivre on entretien (personne_id) where suite_le is not null and publie_a is not null;
create index entretien_par_rendez_vous on entretien (rendez_vous_id) where rendez_vous_id is not null;
create unique index une_correction_par_entretien on entretien (corrige_id) where publie_a is not null;
comment on table entretien is 'Entretiens racontés. Un brouillon n’est lu que de son auteur ; publié, il ne change plus, une correction est un nouvel entretien.';
`;

/** What was signed does not change: a row follows a merge of persons, and says when its suite was given. */
export const figer = `
create function refuser_de_changer_un_ecrit() returns trigger language plpgsql as $corps$
begin
  if tg_op = 'DELETE' then
    raise exception 'Ce qui est signé ne s’efface pas.';
  end if;
  if tg_table_name = 'bilan_theme' then
    if (new.theme, new.theme_version, new.contenu, new.le, new.ecrit_a, new.par)
      is distinct from (old.theme, old.theme_version, old.contenu, old.le, old.ecrit_a, old.par) then
      raise exception 'Un bilan signé ne change pas.';
    end if;
    return new;
  end if;
  raise exception 'Ce qui est signé ne change pas.';
end
$corps$;
create trigger bilan_fige before update or delete on bilan_theme
  for each row execute function refuser_de_changer_un_ecrit();
create trigger projet_acte_fige before update or delete on projet_acte
  for each row execute function refuser_de_changer_un_ecrit();

create function refuser_de_changer_un_entretien() returns trigger language plpgsql as $corps$
begin
  if tg_op = 'DELETE' then
    if old.publie_a is null then
      return old;
    end if;
    raise exception 'Un entretien publié ne s’efface pas.';
  end if;
  if old.publie_a is null then
    return new;
  end if;
  if (new.le, new.modalite, new.duree_minutes, new.rendez_vous_id, new.texte, new.decide, new.suite, new.suite_le,
      new.corrige_id, new.redige_par_id, new.redige_par, new.publie_a)
    is distinct from
     (old.le, old.modalite, old.duree_minutes, old.rendez_vous_id, old.texte, old.decide, old.suite, old.suite_le,
      old.corrige_id, old.redige_par_id, old.redige_par, old.publie_a) then
    raise exception 'Un entretien publié ne change pas.';
  end if;
  return new;
end
$corps$;
create trigger entretien_fige before update or delete on entretien
  for each row execute function refuser_de_changer_un_entretien();
`;
