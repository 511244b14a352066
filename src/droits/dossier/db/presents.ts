import type { Dominante } from "#commun/referentiel";
import { jointureTerritoire } from "#droits/territoire";
import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { lire } from "./portee.ts";

/** The present of one person, as the modules after this one read it. */
export interface PersonnePresente {
  readonly personneId: number;
  readonly dossierId: number;
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly role: string | null;
  readonly present: boolean;
  readonly etat: string | null;
  readonly etatDepuis: string | null;
  readonly soumis: boolean | null;
  readonly soumisDepuis: string | null;
  readonly beneficiaire: boolean;
  readonly codeCommune: string | null;
  readonly commune: string | null;
  readonly territoireId: number | null;
  readonly territoire: string | null;
  readonly dateNaissance: string | null;
  readonly situationFamiliale: string | null;
  readonly enfantsACharge: number | null;
  /** Code of the CAF for what she does now. */
  readonly activite: string | null;
  readonly manquants: readonly string[];
  /** Day of the file that told she had come in, or come back. */
  readonly connueLe: string | null;
  readonly telephone: string | null;
  readonly numeroDemande: string;
  readonly referentId: number | null;
  readonly structureId: number | null;
  /** Day on which the contract she is under was first signed. */
  readonly contratSigneLe: string | null;
  /** Its kind, as the référentiel codes it. */
  readonly contratNature: string | null;
  /** First day it no longer binds her; null without an end. */
  readonly contratJusqua: string | null;
  /** Way of the orientation she is under. */
  readonly dominante: Dominante | null;
  /** Day on which the orientation she is under was decided. */
  readonly orienteeLe: string | null;
}

/**
 * Persons met by a condition on `situation_personne s`, oldest duty first: who waits longest is served first.
 * Each detail is looked up by its index, as many times as there are persons.
 */
export function lirePresents(tx: Tx, condition: Sql): Promise<PersonnePresente[]> {
  return lire<PersonnePresente>(
    tx,
    sql`select s.personne_id as "personneId", s.dossier_id as "dossierId", s.qualite, s.nom, s.prenom, s.role,
       s.present, s.etat, s.etat_depuis as "etatDepuis", s.soumis, s.soumis_depuis as "soumisDepuis",
       s.beneficiaire, s.code_commune as "codeCommune", s.commune, territoire.id as "territoireId",
       territoire.nom as territoire, s.date_naissance as "dateNaissance",
       s.situation_familiale as "situationFamiliale", montant.enfants as "enfantsACharge", activite.code as activite,
       s.manquants, entree.connu_le as "connueLe",
       s.telephone, s.numero_demande as "numeroDemande", s.referent_id as "referentId",
       s.structure_id as "structureId", s.contrat_signe_le as "contratSigneLe", s.contrat_nature as "contratNature",
       s.contrat_jusqua as "contratJusqua", s.orientation_dominante as dominante, s.orientee_le as "orienteeLe"
     from situation_personne s
     ${raw(jointureTerritoire("s.code_commune"))}
     left join lateral (select m.enfants_a_charge as enfants from montant_droit m
       where m.dossier_id = s.dossier_id and m.remplace_le is null order by m.depuis desc nulls last, m.id desc limit 1) montant on true
     left join lateral (select a.code from activite a where a.personne_id = s.personne_id and a.jusqua is null
       and a.remplace_le is null order by a.depuis desc nulls last, a.id desc limit 1) activite on true
     left join lateral (select m.connu_le from mouvement m where m.personne_id = s.personne_id
       and m.nature in ('stock', 'entree', 'retour') order by m.connu_le desc, m.id desc limit 1) entree on true
     where ${condition}
     order by s.soumis_depuis nulls last, s.personne_id`,
  );
}

export type PersonneAOrienter = Pick<
  PersonnePresente,
  "personneId" | "role" | "soumisDepuis" | "beneficiaire" | "connueLe" | "contratSigneLe"
>;

/** What deadlines ask of everybody who may have to be oriented, read at once. */
export function lirePresentsAOrienter(tx: Tx): Promise<PersonneAOrienter[]> {
  return tx.query<PersonneAOrienter>(
    `select s.personne_id as "personneId", s.role, s.soumis_depuis as "soumisDepuis", s.beneficiaire,
       entree.connu_le as "connueLe", s.contrat_signe_le as "contratSigneLe"
     from situation_personne s
     left join (select m.personne_id, max(m.connu_le) as connu_le from mouvement m
       where m.nature in ('stock', 'entree', 'retour') group by m.personne_id) entree
       on entree.personne_id = s.personne_id
     where s.role in ('DEM', 'CJT') order by s.personne_id`,
  );
}
