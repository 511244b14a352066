import type { Tx } from "#platform/db/tx.ts";
import type { RegleSituation } from "../domain/regle-situation.ts";

/**
 * Brings the reading table up to date for these persons, in the transaction of the fact.
 * Each period is looked up by its index (`lateral … limit 1`): a plan that joins whole tables, which the
 * planner prefers while a first import outruns its statistics, costs the square of their size.
 * What an agent was told herself is believed before what the file says of the household.
 * One person, one row: through the dossier whose right is open, else the one declared last.
 * Each missing piece is one line of the second `case`; its code is the one of the référentiel.
 */
export async function recalculerSituations(
  tx: Tx,
  personnes: readonly number[],
  regle: RegleSituation,
): Promise<void> {
  if (personnes.length === 0) return;
  await tx.query(
    `with cible as (select unnest($1::int[]) as personne_id),
     regle as materialized (
       select * from jsonb_to_recordset($5::jsonb) as r(code text, roles text[], etats text[], population text)
     ),
     choisi as (
       select c.personne_id, m.*
       from cible c cross join lateral (
         select m.dossier_id, m.role, m.jusqua is null as present,
           d.numero_demande, d.matricule, d.date_demande, d.declare_le,
           r.etat, r.depuis as etat_depuis, r.motifs_versement, r.motifs_droit, r.motif_cloture, r.motif_refus
         from membre m
         join dossier d on d.id = m.dossier_id
         left join lateral (select * from periode_droit r
           where r.dossier_id = m.dossier_id and r.jusqua is null and r.remplace_le is null limit 1) r on true
         where m.personne_id = c.personne_id
         order by (m.jusqua is null and r.etat in ('2', '3', '4')) desc,
           m.jusqua is null desc, d.declare_le desc, m.depuis desc, m.id desc
         limit 1
       ) m
     ),
     complet as materialized (
       select c.*, p.nom, p.prenom, p.cle_tri, p.nom_naissance, p.qualite, p.sexe, p.date_naissance,
         v.soumis, v.depuis as soumis_depuis, a.code_commune, a.commune, a.depuis as adresse_depuis,
         f.situation as situation_familiale, p.nir_etat, p.numero_demandeur_emploi,
         mv.nature as mouvement, mv.le as mouvement_le,
         coalesce(
           (select max(valeur) from contact where personne_id = c.personne_id and nature = 'telephone' and remplace_le is null),
           (select max(valeur) from contact where dossier_id = c.dossier_id and personne_id is null
             and c.role in ('DEM', 'CJT') and nature = 'telephone' and remplace_le is null)) as telephone,
         coalesce(
           (select max(valeur) from contact where personne_id = c.personne_id and nature = 'courriel' and remplace_le is null),
           (select max(valeur) from contact where dossier_id = c.dossier_id and personne_id is null
             and c.role in ('DEM', 'CJT') and nature = 'courriel' and remplace_le is null)) as courriel,
         c.present and coalesce(v.soumis or not $4::boolean, false) and (
           c.etat = any($2::text[]) or (c.etat = '4' and c.motifs_versement && $3::text[])
         ) is true as beneficiaire,
         (select true from ressource s where s.personne_id = c.personne_id and s.remplace_le is null limit 1) is true as ressources,
         coalesce(
           (select true from diagnostic_declare g where g.personne_id = c.personne_id and g.remplace_le is null limit 1),
           (select true from diagnostic_constate g where g.personne_id = c.personne_id limit 1)) is true as diagnostic
       from choisi c
       cross join lateral (select * from personne p where p.id = c.personne_id limit 1) p
       left join lateral (select * from periode_devoir v where v.dossier_id = c.dossier_id
         and v.personne_id = c.personne_id and v.jusqua is null and v.remplace_le is null limit 1) v on true
       left join lateral (select * from periode_adresse a where a.dossier_id = c.dossier_id
         and a.jusqua is null and a.remplace_le is null limit 1) a on true
       left join lateral (select * from periode_famille f where f.dossier_id = c.dossier_id
         and f.jusqua is null and f.remplace_le is null limit 1) f on true
       left join lateral (select nature, le from mouvement where personne_id = c.personne_id
         and nature not in ('demenagement') order by connu_le desc, id limit 1) mv on true
     ),
     juge as (
       select k.*, array(
         select r.code from regle r
         where k.role = any(r.roles) and k.etat = any(r.etats)
           and case r.population when 'soumis-droits-devoirs' then k.soumis is true
             when 'nouveaux-entrants' then k.mouvement = 'entree' else true end
           and case r.code
             when 'nir' then k.nir_etat = 'absent'
             when 'nir-cle' then k.nir_etat in ('cle-fausse', 'forme-fausse')
             when 'date-naissance' then k.date_naissance is null
             when 'role' then k.role is null
             when 'adresse' then k.adresse_depuis is null
             when 'commune' then k.adresse_depuis is not null and k.code_commune is null
             when 'telephone' then k.telephone is null
             when 'courriel' then k.courriel is null
             when 'situation-familiale' then k.situation_familiale is null
             when 'ressources' then not k.ressources
             when 'diagnostic' then not k.diagnostic
             when 'demandeur-emploi' then k.numero_demandeur_emploi is null
             else false end
       ) as manquants
       from complet k
     )
     insert into situation_personne as s (personne_id, dossier_id, nom, prenom, nom_naissance, cle_tri, qualite, sexe,
       date_naissance, numero_demande, matricule, date_demande, role, present, etat, etat_depuis, motif, soumis,
       soumis_depuis, beneficiaire, code_commune, commune, situation_familiale, telephone, courriel, manquants,
       nb_manquants, mouvement, mouvement_le, declare_le)
     select personne_id, dossier_id, nom, prenom, nom_naissance, cle_tri, qualite, sexe,
       date_naissance, numero_demande, matricule, date_demande, role, present, etat, etat_depuis,
       coalesce(motif_cloture, motif_refus, motifs_versement[1], motifs_droit[1]), soumis,
       soumis_depuis, beneficiaire, code_commune, commune, situation_familiale, telephone, courriel, manquants,
       cardinality(manquants), mouvement, mouvement_le, declare_le
     from juge
     on conflict (personne_id) do update set
       (dossier_id, nom, prenom, nom_naissance, cle_tri, qualite, sexe, date_naissance, numero_demande, matricule,
        date_demande, role, present, etat, etat_depuis, motif, soumis, soumis_depuis, beneficiaire, code_commune,
        commune, situation_familiale, telephone, courriel, manquants, nb_manquants, mouvement, mouvement_le, declare_le)
       = (excluded.dossier_id, excluded.nom, excluded.prenom, excluded.nom_naissance, excluded.cle_tri,
        excluded.qualite, excluded.sexe, excluded.date_naissance, excluded.numero_demande, excluded.matricule,
        excluded.date_demande, excluded.role, excluded.present, excluded.etat, excluded.etat_depuis, excluded.motif,
        excluded.soumis, excluded.soumis_depuis, excluded.beneficiaire, excluded.code_commune, excluded.commune,
        excluded.situation_familiale, excluded.telephone, excluded.courriel, excluded.manquants,
        excluded.nb_manquants, excluded.mouvement, excluded.mouvement_le, excluded.declare_le)`,
    [
      personnes,
      regle.beneficiaire.etats,
      regle.beneficiaire.motifsEtat4,
      regle.beneficiaire.soumisDroitsDevoirs,
      JSON.stringify(
        regle.completude.map(({ code, roles, etats, population }) => ({
          code,
          roles,
          etats,
          population,
        })),
      ),
    ],
  );
}
