/**
 * Counts are read from indexes alone. `situation_comptes` repeats few values, hence is kept thirty times
 * smaller than the rows, and each of its filters costs the reading of one megabyte. `situation_filtres` answers the
 * other filters, in the order of names. After a first file last movements are few: their index too.
 */
export const listes = `
drop index situation_filtres;
create index situation_filtres on situation_personne (beneficiaire, etat, code_commune)
  include (soumis, date_naissance, sexe, role, nb_manquants, situation_familiale, etat_depuis, motif, present,
    mouvement, mouvement_le, telephone, manquants, orientation_type, orientation_dominante, cle_tri, personne_id);
create index situation_comptes on situation_personne
  (beneficiaire, etat, role, sexe, soumis, nb_manquants, orientation_dominante, orientation_type);
create index situation_par_dernier_mouvement on situation_personne (mouvement, cle_tri, personne_id)
  where mouvement <> 'stock';
-- A file rewrites one person in thirty: the rest must go on being read from indexes alone.
alter table situation_personne
  set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01);

-- Each spelling of a name borne by somebody, and what it becomes when it loses a letter: two names one slip
-- of the keyboard apart share one of these. A compound name is also slipped in one word, « jeanpierre ».
create table nom_connu (
  nom text primary key,
  voisins text[] not null
);
insert into nom_connu (nom, voisins)
  select mot, array(select distinct left(mot, i - 1) || substr(mot, i + 1) from generate_series(1, length(mot)) i) || mot
  from (select distinct unnest(string_to_array(cle_recherche, ' ')) as mot from personne) m
  where length(mot) >= 3;
create index nom_connu_par_voisin on nom_connu using gin (voisins) with (fastupdate = off);
create index nom_connu_par_trigramme on nom_connu using gin (nom gin_trgm_ops) with (fastupdate = off);
`;

/**
 * Who may be called and who may not, each counted in an index of repeated values; and the lists in the order
 * of dates, whoever they show: an index of the beneficiaries alone left the others to be sorted at each page.
 */
export const tris = `
create index situation_avec_telephone on situation_personne (beneficiaire, etat) where telephone is not null;
create index situation_sans_telephone on situation_personne (beneficiaire, etat) where telephone is null;
drop index situation_par_etat_depuis;
create index situation_par_etat_depuis on situation_personne (etat_depuis, personne_id);
`;

/**
 * What homes count after each write is read from indexes alone: who waits to be proposed and who arrived join the
 * index of repeated values; who is oriented or under a contract has one, whatever the perimeter. The latter is
 * empty after a first file.
 */
export const accueils = `
drop index situation_comptes;
create index situation_comptes on situation_personne (beneficiaire, etat, role, sexe, soumis, nb_manquants,
  orientation_dominante, orientation_type, orientation_etape, mouvement);
create index situation_suivies on situation_personne (personne_id)
  include (role, code_commune, structure_id, referent_id, orientation_type, orientee_le, contrat_id, contrat_nature,
    contrat_jusqua, contrat_bilan_le)
  where beneficiaire and (orientation_type is not null or contrat_id is not null);
`;

/**
 * The pending proposal beside the present of the person, so that the queue of a perimeter, its length and its
 * next case are read from one narrow index. Told by the module of orientation, as the rest of the accompaniment.
 */
export const file = `
alter table situation_personne
  add proposition_id integer,
  add proposition_le date,
  add proposition_empechee boolean,
  add proposition_reportee date;
create index situation_en_file on situation_personne (code_commune, orientation_etape)
  include (structure_id, referent_id, proposition_empechee, proposition_le, proposition_id, proposition_reportee)
  where proposition_id is not null;
`;
